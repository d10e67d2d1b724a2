import { closeAll, restoreSettings } from '../host/support';
import { afterEach } from '../host/tests';
import './folder/findings';

export { run } from '../host/tests';

afterEach(closeAll);
afterEach(restoreSettings);

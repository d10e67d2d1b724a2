import { closeAll, restoreSettings } from '../host/support';
import { afterEach } from '../host/tests';
import './preview/document';
import './preview/themes';
import './preview/saved';

export { run } from '../host/tests';

afterEach(closeAll);
afterEach(restoreSettings);

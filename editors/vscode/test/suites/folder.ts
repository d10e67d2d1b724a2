import { closeAll, restoreSettings } from '../host/support';
import { afterEach } from '../host/tests';
import './folder/findings';
import './folder/reading';
import './folder/writing';
import './folder/fixes';
import './folder/settings';
import './folder/commands';
import './folder/server';

export { run } from '../host/tests';

afterEach(closeAll);
afterEach(restoreSettings);

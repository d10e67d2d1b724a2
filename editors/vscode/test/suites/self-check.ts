import { test } from '../host/tests';

export { run } from '../host/tests';

test('fails on purpose', async () => {
  throw new Error('this is what a failure looks like');
});

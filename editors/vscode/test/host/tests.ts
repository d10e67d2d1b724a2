import { ask, page } from './page';

interface Test {
  name: string;
  body: () => Promise<void>;
}

/** How long a test may take, in milliseconds. */
const PATIENCE = 60_000;

const tests: Test[] = [];
const afterwards: (() => Promise<void>)[] = [];

/** Puts a test on the list of its window. They run in the order in which they are listed. */
export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

/** Something to be undone after each test, also after one that failed. */
export function afterEach(undo: () => Promise<void>): void {
  afterwards.push(undo);
}

/** Runs the tests that are on the list. VS Code calls it in the module that is given as `extensionTestsPath`. */
export async function run(): Promise<void> {
  const chosen = tests.filter(({ name }) => new RegExp(process.env.RAPPORTEUR_TEST ?? '').test(name));
  await ask('announce', chosen.map(({ name }) => name));
  let failed = 0;
  for (const { name, body } of chosen) {
    const begin = Date.now();
    const error = await outcome(body);
    if (error !== undefined) {
      failed += 1;
      await page.pictureOfFailure(name.replace(/\W+/g, '-'));
    }
    for (const undo of afterwards) {
      await undo();
    }
    await ask('report', { name, error, seconds: (Date.now() - begin) / 1000 });
  }
  if (failed > 0) {
    throw new Error(`${failed} of ${chosen.length} tests failed`);
  }
}

async function outcome(body: () => Promise<void>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not end in ${PATIENCE / 1000} s`)), PATIENCE);
  });
  try {
    await Promise.race([body(), late]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}

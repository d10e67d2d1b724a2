/**
 * Runs the tests of the extension in a real Visual Studio Code, the one for the browser that code-server brings.
 *
 *   npm test [WINDOW]...   all windows, or those with these names
 *
 * A *window* (`windows.ts`) is a folder of files, an extension and an environment that VS Code is started with; its tests run
 * in the extension host, where the module `vscode` is. To add a test:
 *
 * - `test('what is right', async () => { … })` in a file below `suites/`. `host/support.ts` opens drafts and waits for findings;
 *   `host/page.ts` is what the user sees and does: it looks at the page, presses keys, and takes pictures.
 * - A new file is imported by the entry of its window, `suites/WINDOW.ts`, whose tests are in `suites/WINDOW/`.
 * - Wait for a condition (`until`, `page.see`), never for a time.
 *
 * What it needs, by environment variables:
 *
 * - `RAPPORTEUR_CODE_SERVER`: the folder `node_modules/code-server`; `tests/run` installs one
 * - `RAPPORTEUR_SERVER`: the program `rapporteur`; otherwise the one on the `PATH`
 * - `RAPPORTEUR_CHROMIUM`: a Chromium; otherwise `chromium` on the `PATH`
 * - `RAPPORTEUR_TEST`: a regular expression, to run only the tests with such names
 * - `CARGO_TARGET_DIR`: where pictures and logs go, into `tests/`; `failures/` there has a picture of each test that failed
 * - `RAPPORTEUR_UPDATE=1`: the pictures that the README shows go into `images/` as well
 */
import { locate } from './runner/needs';
import { makePackages } from './runner/packages';
import { runWindow } from './runner/window';
import { windows } from './windows';

async function main(names: string[]): Promise<boolean> {
  const needs = locate();
  const chosen = windows.filter(({ name }) => names.length === 0 || names.includes(name));
  const unknown = names.filter((name) => !windows.some((window) => window.name === name));
  if (unknown.length > 0) {
    throw new Error(`there is no window ${unknown.join(', ')}; there are ${windows.map(({ name }) => name).join(', ')}`);
  }
  if (chosen.some((window) => window.package)) {
    makePackages(needs);
  }
  let passed = 0;
  let failed = 0;
  for (const window of chosen) {
    const outcome = await runWindow(window, needs);
    passed += outcome.passed;
    failed += outcome.failed;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}

main(process.argv.slice(2)).then(
  (passed) => process.exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

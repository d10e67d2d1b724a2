import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { openBrowser, type Browser } from './browser';
import { Channel, type Result } from './channel';
import type { Needs } from './needs';
import type { Package } from './packages';
import { Editor } from './editor';

/** One start of VS Code: what it opens, and in what surroundings. */
export interface Window {
  name: string;
  /** What the folder has in it before VS Code opens it: paths, with texts or programs. */
  files: Record<string, string | { program: string }>;
  /** Instead of the folder itself, this file of it is opened as a workspace. */
  workspace?: string;
  /** No `rapporteur` on the PATH. */
  withoutServer?: boolean;
  /** The extension is installed from its package: that of this platform, with the server inside, or that for all. */
  package?: Package;
  /** VS Code asks whether the folder is trusted; the answer is no. */
  untrusted?: boolean;
  /** The language of VS Code, which is English otherwise. */
  locale?: string;
  /** The name of the one test that has to fail: that a failure is seen. */
  expectFailure?: string;
}

export interface Outcome {
  passed: number;
  failed: number;
}

/** How long the editor may take from its start to the last test, in milliseconds. A suite that hangs ends here. */
const PATIENCE = 300_000;

export async function runWindow(window: Window, needs: Needs): Promise<Outcome> {
  console.log(`\n${window.name}`);
  const scratch = mkdtempSync(join(tmpdir(), `rapporteur-${window.name}-`));
  const folder = join(scratch, 'drafts');
  write(folder, window.files);
  const log = join(needs.output, `vscode-${window.name}.log`);
  mkdirSync(dirname(log), { recursive: true });

  const channel = await Channel.open();
  let editor: Editor | undefined;
  let browser: Browser | undefined;
  let trouble: string | undefined;
  try {
    editor = await Editor.start(window, needs, { scratch, log, channel: channel.address });
    browser = await openBrowser(needs, log);
    channel.serve(browser);
    const code = await browser.run(editor.address(folder), PATIENCE);
    trouble = complaint(window, channel, code);
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  } finally {
    await browser?.close();
    await editor?.stop();
    await channel.close();
    keepLog(join(scratch, 'data'), log);
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
  return report(window, channel, trouble, log);
}

/** Puts what the extension has logged behind what the editor has. */
function keepLog(data: string, log: string): void {
  readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'Rapporteur.log')
    .forEach((path) => appendFileSync(log, readFileSync(join(data, path))));
}

/** What is wrong with the run as a whole, whatever the tests say. */
function complaint(window: Window, channel: Channel, code: number): string | undefined {
  if (channel.announced.length === 0) {
    return 'no test ran';
  }
  const silent = channel.announced.filter((name) => !channel.results.some((result) => result.name === name));
  if (silent.length > 0) {
    return `these tests did not end: ${silent.join(', ')}`;
  }
  const failures = channel.results.filter(({ error }) => error !== undefined).length;
  if ((code !== 0) !== failures > 0) {
    return `the editor ended with code ${code}, where ${failures} tests failed`;
  }
  return window.expectFailure !== undefined && failures !== 1 ? `${failures} tests failed, not one` : undefined;
}

function report(window: Window, channel: Channel, trouble: string | undefined, log: string): Outcome {
  const outcome = { passed: 0, failed: 0 };
  for (const result of channel.results) {
    const expected = result.name === window.expectFailure;
    if (expected ? result.error !== undefined : result.error === undefined) {
      outcome.passed += 1;
    } else {
      outcome.failed += 1;
    }
    console.log(line(result, expected));
  }
  if (trouble !== undefined) {
    outcome.failed += 1;
    console.log(`  FAILED  ${window.name}: ${trouble}; see ${log}`);
  }
  return outcome;
}

function line({ name, error, seconds }: Result, expected: boolean): string {
  if (expected) {
    return error === undefined ? `  FAILED  ${name}: it passed` : `  ok      ${name}, and was seen to fail`;
  }
  const indented = error?.replace(/\n/g, '\n          ');
  return indented === undefined ? `  ok      ${name} (${seconds.toFixed(1)} s)` : `  FAILED  ${name}\n          ${indented}`;
}

function write(folder: string, files: Window['files']): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, file] of Object.entries(files)) {
    const [text, mode] = typeof file === 'string' ? [file, 0o644] : [file.program, 0o755];
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode });
  }
}

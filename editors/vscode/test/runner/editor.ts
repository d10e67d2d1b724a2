import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import type { Needs } from './needs';
import { carrier, install } from './packages';
import type { Window } from './window';

interface Surroundings {
  /** A folder that is removed afterwards. */
  scratch: string;
  log: string;
  /** Where the tests find the runner. */
  channel: string;
}

/** VS Code, serving one window to a browser. */
export class Editor {
  private constructor(
    private readonly process: ChildProcess,
    private readonly port: number,
    private readonly window: Window,
    private readonly extension: string,
  ) {}

  static async start(window: Window, needs: Needs, surroundings: Surroundings): Promise<Editor> {
    const port = await freePort();
    const data = join(surroundings.scratch, 'data');
    mkdirSync(join(data, 'data/Machine'), { recursive: true });
    writeFileSync(join(data, 'data/Machine/settings.json'), JSON.stringify(SETTINGS));
    if (window.package) {
      install(window.package, needs, data);
    }
    // The tests come with an extension that is loaded from its folder.
    const extension = window.package ? carrier(surroundings.scratch) : needs.extension;
    if (window.locale !== undefined) {
      addLanguage(window.locale, join(data, 'data'));
    }
    const child = spawn(
      process.execPath,
      [
        needs.vscode,
        ...['--host', '127.0.0.1', '--port', String(port)],
        '--without-connection-token',
        '--accept-server-license-terms',
        '--enable-smoke-test-driver',
        ...['--telemetry-level', 'off'],
        ...['--server-data-dir', data],
        ...(window.untrusted ? [] : ['--disable-workspace-trust']),
        ...(window.locale === undefined ? [] : ['--locale', window.locale]),
        '--force-disable-user-env',
      ],
      { env: environment(window, needs, surroundings), detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const log = createWriteStream(surroundings.log);
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    const editor = new Editor(child, port, window, extension);
    await editor.listening();
    return editor;
  }

  /** What the browser opens: the folder, and the tests. */
  address(folder: string): string {
    const remote = (path: string) => `vscode-remote://127.0.0.1:${this.port}${path}`;
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(this.extension)],
      ['extensionTestsPath', remote(join(__dirname, `suites/${this.window.name}.js`))],
    ]);
    const opened = this.window.workspace
      ? `workspace=${encodeURIComponent(join(folder, this.window.workspace))}`
      : `folder=${encodeURIComponent(folder)}`;
    return `http://127.0.0.1:${this.port}/?${opened}&payload=${encodeURIComponent(payload)}`;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.pid === undefined) {
      return;
    }
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    // The whole group: the extension host and the server of the extension are children of it.
    process.kill(-this.process.pid, 'SIGKILL');
    await ended;
  }

  private listening(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.process.stdout?.on('data', (text: Buffer) => {
        if (text.toString().includes('Extension host agent listening')) {
          resolve();
        }
      });
      this.process.once('error', reject);
      this.process.once('exit', (code) => reject(new Error(`VS Code ended with code ${code} before it was up`)));
    });
  }
}

/** A quiet window, the same on every machine. */
const SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  // They show where the copy of the repository lies.
  'breadcrumbs.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.wordWrap': 'on',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
};

function environment(window: Window, needs: Needs, surroundings: Surroundings): NodeJS.ProcessEnv {
  const node = dirname(process.execPath);
  const path = window.withoutServer ? [node, '/usr/bin', '/bin'] : [dirname(needs.server), node, '/usr/bin', '/bin'];
  return {
    ...process.env,
    PATH: path.join(delimiter),
    RAPPORTEUR_TEST_CHANNEL: surroundings.channel,
    RAPPORTEUR_TEST_SERVER: needs.server,
  };
}

/**
 * A language pack in which nothing is translated: VS Code itself stays English, and asks its extensions for their words in
 * that language.
 */
function addLanguage(locale: string, data: string): void {
  const translations = join(data, `${locale}.i18n.json`);
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'test.language-pack' }, version: '1.0.0' }];
  const pack = { hash: 'test', extensions, translations: { vscode: translations }, label: locale };
  writeFileSync(join(data, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

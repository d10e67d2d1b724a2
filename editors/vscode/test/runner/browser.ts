import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser as Chromium, type FrameLocator, type Locator, type Page } from 'playwright-core';
import type { Needs } from './needs';

/** How long something in the page may take to appear, in milliseconds. */
const PATIENCE = 20_000;

/** The page in which VS Code is shown. Its methods with names in `OPERATIONS` are for the tests, through `host/page.ts`. */
export class Browser {
  constructor(
    private readonly chromium: Chromium,
    private readonly page: Page,
    private readonly needs: Needs,
  ) {}

  /** Opens the address, and waits for the end of the tests: the code with which they end. */
  async run(address: string, patience: number): Promise<number> {
    let ended: (code: number) => void;
    const code = new Promise<number>((resolve) => (ended = resolve));
    await this.page.exposeFunction('codeAutomationExit', (value: number) => ended(value));
    await this.page.goto(address);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the tests did not end in time')), patience);
    });
    return Promise.race([code, late]).finally(() => clearTimeout(timer));
  }

  async close(): Promise<void> {
    await this.chromium.close();
  }

  async perform(method: string, args: unknown[]): Promise<unknown> {
    const operation = (OPERATIONS as Record<string, ((page: Page, ...args: never[]) => unknown) | undefined>)[method];
    if (method === 'picture' || method === 'pictureOfFailure') {
      return this.picture(args[0] as string, method === 'picture' ? 'pictures' : 'failures');
    }
    if (operation === undefined) {
      throw new Error(`the page can't ${method}`);
    }
    return operation(this.page, ...(args as never[]));
  }

  private async picture(name: string, kind: 'pictures' | 'failures'): Promise<void> {
    const folders = [join(this.needs.output, kind)];
    if (process.env.RAPPORTEUR_UPDATE === '1' && kind === 'pictures' && this.readmeShows(name)) {
      folders.push(join(this.needs.extension, 'images'));
    }
    for (const folder of folders) {
      mkdirSync(folder, { recursive: true });
      await this.page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'initial' });
    }
  }

  private readmeShows(name: string): boolean {
    return readFileSync(join(this.needs.extension, 'README.md'), 'utf8').includes(`(images/${name}.png)`);
  }
}

const OPERATIONS = {
  see: async (page: Page, selector: string, text?: string) =>
    await located(page, selector, text).first().waitFor({ timeout: PATIENCE }),
  seeNo: async (page: Page, selector: string, text?: string) =>
    await located(page, selector, text).first().waitFor({ state: 'hidden', timeout: PATIENCE }),
  texts: async (page: Page, selector: string) => await page.locator(selector).allInnerTexts(),
  boxes: async (page: Page, selector: string) => await page.locator(selector).evaluateAll(boxes),
  press: async (page: Page, keys: string) => await page.keyboard.press(keys),
  type: async (page: Page, text: string) => await page.keyboard.type(text),
  click: async (page: Page, selector: string, text?: string) =>
    await located(page, selector, text).first().click({ timeout: PATIENCE }),
  point: async (page: Page, selector: string, text?: string) =>
    await located(page, selector, text).first().hover({ timeout: PATIENCE }),
  seeInWebview: async (page: Page, selector: string, text?: string) =>
    await located(webview(page), selector, text).first().waitFor({ timeout: PATIENCE }),
  textsInWebview: async (page: Page, selector: string) => await webview(page).locator(selector).allInnerTexts(),
  clickInWebview: async (page: Page, selector: string, text?: string) =>
    await located(webview(page), selector, text).first().click({ timeout: PATIENCE }),
  evaluateInWebview: async (page: Page, selector: string, expression: string) =>
    await webview(page).locator(selector).first().evaluate(evaluate, expression),
  evaluateInPrint: async (page: Page, path: string, selector: string, expression: string) => {
    const printed = await page.context().browser()!.newPage();
    await printed.goto(pathToFileURL(path).href);
    await printed.emulateMedia({ media: 'print' });
    return printed.locator(selector).first().evaluate(evaluate, expression).finally(() => printed.close());
  },
};

function evaluate(element: Element, expression: string): unknown {
  return new Function('element', `return ${expression}`)(element);
}

function located(within: Page | FrameLocator, selector: string, text?: string): Locator {
  const found = within.locator(selector);
  return text === undefined ? found : found.filter({ hasText: text });
}

/** A webview is a frame in a frame. */
function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

function boxes(elements: Element[]): { left: number; top: number; width: number; height: number }[] {
  return elements.map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });
}

export async function openBrowser(needs: Needs, log: string): Promise<Browser> {
  const started = await chromium.launch({
    executablePath: needs.chromium,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await started.newPage({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) =>
    appendFileSync(log, `${type}: ${args.map(String).join(' ')}\n`),
  );
  // Otherwise VS Code looks in the gallery, over the network, for the extension that its language is from.
  await page.addInitScript(() => localStorage.setItem('vscode.nls.languagePackExtensionId', 'test.language-pack'));
  return new Browser(started, page, needs);
}

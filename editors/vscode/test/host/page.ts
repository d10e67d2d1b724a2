/** The place of something in the page, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * What the user sees and does, for the tests in the extension host. `runner/browser.ts` does it. Selectors are Playwright's:
 * CSS, of what VS Code makes its page of. What is not there yet is waited for.
 */
export const page = {
  see: (selector: string, text?: string) => ask<void>('see', selector, text),
  seeNo: (selector: string, text?: string) => ask<void>('seeNo', selector, text),
  texts: (selector: string) => ask<string[]>('texts', selector),
  boxes: (selector: string) => ask<Box[]>('boxes', selector),
  /** Keys by the names of the web, as in `Control+Shift+M`. */
  press: (keys: string) => ask<void>('press', keys),
  type: (text: string) => ask<void>('type', text),
  click: (selector: string, text?: string) => ask<void>('click', selector, text),
  /** Moves the pointer there. */
  point: (selector: string, text?: string) => ask<void>('point', selector, text),
  /** Takes a picture of the whole window, to be looked at; the README may show it. */
  picture: (name: string) => ask<void>('picture', name),
  pictureOfFailure: (name: string) => ask<void>('pictureOfFailure', name),
  seeInWebview: (selector: string, text?: string) => ask<void>('seeInWebview', selector, text),
  textsInWebview: (selector: string) => ask<string[]>('textsInWebview', selector),
  clickInWebview: (selector: string, text?: string) => ask<void>('clickInWebview', selector, text),
  /** The value of an expression about the `element` that the selector finds first in the webview. */
  evaluateInWebview: <T>(selector: string, expression: string) => ask<T>('evaluateInWebview', selector, expression),
  /** The same in a web page that is a file, as it is printed. */
  evaluateInPrint: <T>(path: string, selector: string, expression: string) => ask<T>('evaluateInPrint', path, selector, expression),
};

/** Says something to the runner, and waits for its answer. */
export async function ask<T>(method: string, ...args: unknown[]): Promise<T> {
  const channel = process.env.RAPPORTEUR_TEST_CHANNEL;
  if (channel === undefined) {
    throw new Error('these tests are run by `npm test`');
  }
  const response = await fetch(channel, { method: 'POST', body: JSON.stringify({ method, args }) });
  const { result, error } = (await response.json()) as { result: T; error?: string };
  if (error !== undefined) {
    throw new Error(error);
  }
  return result;
}

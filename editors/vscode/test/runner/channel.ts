import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stripVTControlCharacters } from 'node:util';
import type { Browser } from './browser';

/** How a test went: without an error it passed. */
export interface Result {
  name: string;
  error?: string;
  seconds: number;
}

/**
 * What the tests, in the extension host, say to the runner: which of them there are, how each went, and what is to be done
 * in the page. `host/page.ts` is the other end.
 */
export class Channel {
  announced: string[] = [];
  readonly results: Result[] = [];
  private browser: Browser | undefined;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Channel> {
    const server = createServer((request, response) => void channel.answer(request, response));
    const channel = new Channel(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return channel;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  serve(browser: Browser): void {
    this.browser = browser;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: object;
    try {
      const { method, args } = (await json(request)) as { method: string; args: unknown[] };
      answer = { result: await this.perform(method, args) };
    } catch (error) {
      answer = { error: stripVTControlCharacters(error instanceof Error ? error.message : String(error)) };
    }
    response.end(JSON.stringify(answer));
  }

  private async perform(method: string, args: unknown[]): Promise<unknown> {
    switch (method) {
      case 'announce':
        this.announced = args[0] as string[];
        return;
      case 'report':
        this.results.push(args[0] as Result);
        return;
      default:
        return this.browser?.perform(method, args);
    }
  }
}

async function json(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

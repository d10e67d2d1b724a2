import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { createClient } from './client';
import { complainOfRestarts, complainOfSearch, ending, tellSearch } from './complaints';
import type { Requests } from './requests';
import { Restarts } from './restarts';
import { findServer, foldersOfPath, PROGRAM, type Search, type Server } from './server';

/** What is asked without a token goes with this one: a token that is not there would count as a parameter. */
const NEVER_CANCELLED = new vscode.CancellationTokenSource().token;

/** The server of this window: it is found, started, asked and started anew. */
export class Service implements vscode.Disposable {
  /** What came of looking for the server. */
  search: Search | undefined;

  private client: LanguageClient | undefined;
  private restarts = new Restarts();
  private readonly changed = new vscode.EventEmitter<void>();

  /** The last of what was begun. Starting and stopping wait for each other. */
  private work: Promise<void> = Promise.resolve();

  private timer: NodeJS.Timeout | undefined;

  /** Fires where the server comes and goes. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
  ) {
    context.subscriptions.push(
      this.changed,
      this.onDidChange(() => vscode.commands.executeCommand('setContext', 'rapporteur.running', this.running)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.restartSoon()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('rapporteur.path')) {
          this.restartSoon();
        }
      }),
    );
  }

  /** The server that was found, whether it runs or not. */
  get server(): Server | undefined {
    return this.search?.server;
  }

  get running(): boolean {
    return this.client?.state === State.Running;
  }

  /** Finds a server and starts it. What goes wrong is said to the user. */
  start(): Promise<void> {
    return this.then(() => this.findAndStart());
  }

  stop(): Promise<void> {
    return this.then(() => this.end());
  }

  restart(): Promise<void> {
    return this.then(async () => {
      await this.end();
      await this.findAndStart();
    });
  }

  /** Asks the server, once it has started. Without a server, the user is told, and there is no answer. */
  async ask<Method extends keyof Requests>(
    method: Method,
    asked: Requests[Method]['asked'],
    token = NEVER_CANCELLED,
  ): Promise<Requests[Method]['answered'] | undefined> {
    await this.work;
    if (!this.client || !this.running) {
      this.complain();
      return undefined;
    }
    return this.client.sendRequest<Requests[Method]['answered']>(method, asked, token);
  }

  /** How a document is named to the server. */
  identifierOf(uri: vscode.Uri): { uri: string } {
    return { uri: this.client?.code2ProtocolConverter.asUri(uri) ?? uri.toString() };
  }

  /** Says why there is no server. */
  complain(): void {
    if (this.search && !this.server) {
      void complainOfSearch(this.search);
    } else if (!this.running) {
      void complainOfRestarts();
    }
  }

  dispose(): Promise<void> {
    clearTimeout(this.timer);
    return this.stop();
  }

  /** Trust and the settings that come with it arrive one after the other, and are one reason to look anew. */
  private restartSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.restart(), 100);
  }

  private then(step: () => Promise<void>): Promise<void> {
    this.work = this.work.then(step).catch((error) => this.log.error(error));
    return this.work;
  }

  private async findAndStart(): Promise<void> {
    this.search = await findServer({
      setting: vscode.workspace.getConfiguration('rapporteur').get<string | null>('path')?.trim() || undefined,
      folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
      bundled: this.context.asAbsolutePath(`server/${PROGRAM}`),
      path: foldersOfPath(),
      trusted: vscode.workspace.isTrusted,
    });
    tellSearch(this.search, this.log);
    if (!this.search.server) {
      this.changed.fire();
      void complainOfSearch(this.search);
      return;
    }
    this.restarts = new Restarts();
    await this.launch(this.search.server);
  }

  /** Starts a server, and waits until it has started or has ended before. */
  private async launch(server: Server): Promise<void> {
    let over!: () => void;
    // Once, however often it is told: of a server that ends while it starts the client tells in two ways, or in one of them.
    const ended = new Promise<void>((resolve) => (over = resolve)).then(() => this.relaunch(client, server));
    const client = createClient(server.program, this.log, over);
    this.client = client;
    client.onDidChangeState(() => this.changed.fire());
    try {
      await Promise.race([client.start(), ended]);
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      over();
    }
    this.changed.fire();
  }

  /** Starts a server again that has ended by itself, or says that it is not started again. */
  private relaunch(client: LanguageClient, server: Server): void {
    const restart = this.restarts.next();
    this.log.error(ending(restart));
    if (restart === undefined) {
      void complainOfRestarts();
      return;
    }
    void this.then(async () => {
      // Unless it was started anew or stopped meanwhile.
      if (this.client === client) {
        await this.end();
        await this.launch(server);
      }
    });
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // One that never started can't be stopped; the next takes its place all the same.
    await client?.dispose().catch((error) => this.log.debug(String(error)));
    this.changed.fire();
  }
}

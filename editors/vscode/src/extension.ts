import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { registerPreview } from './preview';
import { Service } from './service';
import { StatusBar } from './status';

let service: Service | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('Rapporteur', { log: true });
  service = new Service(context, log);
  const status = new StatusBar(service);
  context.subscriptions.push(log, status);
  registerCommands(context, service, status);
  registerPreview(context, service);
  await service.start();
}

export async function deactivate(): Promise<void> {
  await service?.stop();
}

import * as vscode from 'vscode';
import type { Service } from '../service';
import type { StatusBar } from '../status';
import { copyDebugInformation } from './debugInformation';
import { doForDraft } from './doForDraft';
import { explainRule, RulePages } from './explainRule';
import { insertResolution } from './insertResolution';
import { newDraft } from './newDraft';

/** Registers the commands of the palette. Those that the server has itself are registered by the client. */
export function registerCommands(context: vscode.ExtensionContext, service: Service, status: StatusBar): void {
  const pages = new RulePages(service);
  const commands: Record<string, (...given: never[]) => unknown> = {
    restart: () => service.restart(),
    showLog: () => service.log.show(),
    fixAllInDraft: () => doForDraft('source.fixAll.rapporteur'),
    renumberParagraphsInDraft: () => doForDraft('source.renumberParagraphs.rapporteur'),
    renumberFootnotesInDraft: () => doForDraft('source.renumberFootnotes.rapporteur'),
    insertResolution: () => insertResolution(service),
    newDraft: () => newDraft(service),
    explainRule: (rule?: string) => explainRule(pages, rule),
    copyDebugInformation: () => copyDebugInformation(context, service, status),
  };
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(RulePages.scheme, pages),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`rapporteur.${name}`, run)),
  );
}

import * as vscode from 'vscode';
import type { Rule } from '../requests';
import type { Service } from '../service';

/** The documentation of the rules, as documents that can't be written to. */
export class RulePages implements vscode.TextDocumentContentProvider {
  static readonly scheme = 'rapporteur-rule';

  constructor(private readonly service: Service) {}

  async rules(): Promise<Rule[]> {
    return (await this.service.ask('rapporteur/rules', {})) ?? [];
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const rule = (await this.rules()).find(({ name }) => RulePages.uriOf(name).path === uri.path);
    return rule?.markdown ?? '';
  }

  static uriOf(rule: string): vscode.Uri {
    return vscode.Uri.from({ scheme: RulePages.scheme, path: `/${rule}.md` });
  }
}

/** Shows what a rule is about; the user chooses which, unless it is given. */
export async function explainRule(pages: RulePages, given?: string): Promise<void> {
  const name = given ?? (await pick(await pages.rules()));
  if (name) {
    await vscode.commands.executeCommand('markdown.showPreview', RulePages.uriOf(name));
  }
}

async function pick(rules: Rule[]): Promise<string | undefined> {
  if (rules.length === 0) {
    return undefined;
  }
  const atCursor = rulesAtCursor();
  const here = rules.filter(({ name }) => atCursor.has(name));
  const others = rules.filter(({ name }) => !atCursor.has(name));
  const subjects = [...new Set(others.map(({ subject }) => subject))];
  const items: vscode.QuickPickItem[] = [
    ...group(vscode.l10n.t('At the cursor'), here),
    ...subjects.flatMap((subject) => group(subject, others.filter((rule) => rule.subject === subject))),
  ];
  const options = { title: vscode.l10n.t('Explain a Rule'), matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.label;
}

function group(title: string, rules: Rule[]): vscode.QuickPickItem[] {
  const items = rules.map(({ name, severity, summary }) => ({ label: name, description: severity, detail: summary }));
  return items.length > 0 ? [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}

function rulesAtCursor(): Set<string> {
  const editor = vscode.window.activeTextEditor;
  const diagnostics = editor ? vscode.languages.getDiagnostics(editor.document.uri) : [];
  const here = diagnostics.filter(({ source, range }) => source === 'rapporteur' && editor?.selection.intersection(range));
  return new Set(here.map(({ code }) => String(typeof code === 'object' ? code.value : code)));
}

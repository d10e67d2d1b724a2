import * as vscode from 'vscode';
import type { Template } from '../requests';
import type { Service } from '../service';

/** Opens a new draft, of a language and a kind that the user chooses. */
export async function newDraft(service: Service): Promise<void> {
  const templates = await service.ask('rapporteur/templates', {});
  if (!templates) {
    return;
  }
  const language = await pickLanguage(templates);
  const template = language && (await pickTemplate(templates.filter((each) => each.language === language)));
  if (template) {
    const document = await vscode.workspace.openTextDocument({ language: 'un-resolution' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(template.text));
  }
}

async function pickLanguage(templates: Template[]): Promise<string | undefined> {
  const languages = [...new Set(templates.map((template) => template.language))];
  const items = languages.map((code) => ({ label: nameOf(code), description: code, code }));
  const placeHolder = vscode.l10n.t('The language of the draft');
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('New Draft'), placeHolder }))?.code;
}

async function pickTemplate(templates: Template[]): Promise<Template | undefined> {
  const items = templates.map((template) => ({ label: template.title, description: template.name, template }));
  const placeHolder = vscode.l10n.t('The body that is to adopt it');
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('New Draft'), placeHolder }))?.template;
}

/** The name of a language in that language itself, as those who write in it look for it. */
function nameOf(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

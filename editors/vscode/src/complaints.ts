import { l10n, window, commands, type LogOutputChannel } from 'vscode';
import { THIS_MACHINE } from './machine';
import { RESTARTS } from './restarts';
import { MINIMUM_VERSION, type Flaw, type Origin, type Rejected, type Search } from './server';

/** Writes down what was taken for the server, and what was not. */
export function tellSearch(search: Search, log: LogOutputChannel): void {
  if (search.restricted) {
    log.info(restriction());
  }
  for (const rejected of search.rejected) {
    log.warn(reject(rejected));
  }
  if (search.server) {
    log.info(l10n.t('Rapporteur {0}: {1} ({2}).', search.server.version, search.server.program, origin(search.server.origin)));
  } else {
    log.error(l10n.t('There is no server.'));
  }
}

/** Says why there is no server, and what to do. */
export async function complainOfSearch(search: Search): Promise<void> {
  const reasons = search.rejected.map(reject);
  if (search.restricted) {
    reasons.push(l10n.t('In a workspace that is not trusted only the server inside the extension is run, and this extension has none that runs here.'));
    await offer(l10n.t('Rapporteur: {0}', reasons.join(' ')), MANAGE_TRUST, HOW_TO_INSTALL, SHOW_LOG);
    return;
  }
  if (reasons.length === 0) {
    reasons.push(l10n.t('The server is nowhere to be found: the setting rapporteur.path is empty, this extension comes without a server, and there is no `rapporteur` on the PATH.'));
  }
  await offer(l10n.t('Rapporteur: {0}', reasons.join(' ')), HOW_TO_INSTALL, OPEN_SETTINGS, SHOW_LOG);
}

/** Says that the server is not started again. */
export async function complainOfRestarts(): Promise<void> {
  await offer(l10n.t('Rapporteur: the server has stopped and is not started again by itself. The log may say why.'), RESTART, SHOW_LOG);
}

/** That a server has ended by itself, and the number of the restart that is due, if one is. */
export function ending(restart: number | undefined): string {
  return restart === undefined
    ? l10n.t('The server ended {0} times within three minutes and is not started again.', RESTARTS + 1)
    : l10n.t('The server ended by itself and is started again ({0} of {1}).', restart, RESTARTS);
}

/** Where a server is from, in words. */
export function origin(origin: Origin): string {
  switch (origin) {
    case 'setting':
      return l10n.t('from the setting rapporteur.path');
    case 'bundled':
      return l10n.t('inside the extension');
    case 'path':
      return l10n.t('on the PATH');
  }
}

/** That only the server inside the extension is run. */
export function restriction(): string {
  return l10n.t('The workspace is not trusted: the setting rapporteur.path is not heeded and the PATH is not searched.');
}

function reject({ program, origin: from, flaw }: Rejected): string {
  return from === 'setting'
    ? l10n.t('{0}, which rapporteur.path names, {1}', program, fault(flaw))
    : l10n.t('{0} ({1}) {2}', program, origin(from), fault(flaw));
}

function fault(flaw: Flaw): string {
  switch (flaw.kind) {
    case 'missing':
      return l10n.t('does not exist.');
    case 'notExecutable':
      return l10n.t('may not be executed: `chmod +x` makes it executable.');
    case 'otherMachine':
      return l10n.t('is built for {0}, and this is {1}.', flaw.builtFor, THIS_MACHINE);
    case 'notRapporteur':
      return l10n.t('is another program: asked for its version it says “{0}”.', flaw.said);
    case 'tooOld':
      return l10n.t('is of version {0}, and {1} or later is needed.', flaw.version, MINIMUM_VERSION);
    case 'silent':
      return l10n.t('did not say its version within {0} seconds.', flaw.seconds);
    case 'broken':
      return l10n.t('does not run: {0}.', flaw.reason.replace(/\.$/, ''));
  }
}

interface Remedy {
  title: string;
  command: string;
  arguments?: unknown[];
}

const MANAGE_TRUST: Remedy = { title: l10n.t('Manage Trust'), command: 'workbench.trust.manage' };
const OPEN_SETTINGS: Remedy = {
  title: l10n.t('Open Settings'),
  command: 'workbench.action.openSettings',
  arguments: ['rapporteur.path'],
};
const HOW_TO_INSTALL: Remedy = {
  title: l10n.t('How to Install'),
  command: 'extension.open',
  arguments: ['rapporteur.rapporteur'],
};
const SHOW_LOG: Remedy = { title: l10n.t('Show Log'), command: 'rapporteur.showLog' };
const RESTART: Remedy = { title: l10n.t('Restart'), command: 'rapporteur.restart' };

async function offer(message: string, ...remedies: Remedy[]): Promise<void> {
  const chosen = await window.showErrorMessage(message, ...remedies);
  if (chosen) {
    await commands.executeCommand(chosen.command, ...(chosen.arguments ?? []));
  }
}

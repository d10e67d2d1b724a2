import { l10n } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient/node';

/** How often a server that ends by itself is started again within a span of time. */
const RESTARTS = 4;

/** That span, in milliseconds. */
const SPAN = 3 * 60 * 1000;

/** How many errors in a row a connection may have before it is given up. */
const ERRORS = 3;

/** Starts a server again that ended by itself, but not for ever. */
export class BoundedRestarts implements ErrorHandler {
  private restarts: number[] = [];

  constructor(private readonly gaveUp: () => void) {}

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    return { action: (count ?? 0) <= ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.restarts = this.restarts.filter((time) => now - time < SPAN);
    if (this.restarts.length >= RESTARTS) {
      this.gaveUp();
      const message = l10n.t('The server ended {0} times within three minutes and is not started again.', RESTARTS + 1);
      return { action: CloseAction.DoNotRestart, message, handled: true };
    }
    this.restarts.push(now);
    const message = l10n.t('The server ended by itself and is started again ({0} of {1}).', this.restarts.length, RESTARTS);
    return { action: CloseAction.Restart, message, handled: true };
  }
}

/** How often a server that ends by itself is started again within a span of time. */
export const RESTARTS = 4;

/** That span, in milliseconds. */
const SPAN = 3 * 60 * 1000;

/** Counts how often a server has ended by itself, so that it is started again, but not for ever. */
export class Restarts {
  private times: number[] = [];

  /** The number of the restart that is due, `undefined` where there have been enough. `now` is in milliseconds. */
  next(now = Date.now()): number | undefined {
    this.times = this.times.filter((time) => now - time < SPAN);
    if (this.times.length >= RESTARTS) {
      return undefined;
    }
    this.times.push(now);
    return this.times.length;
  }
}

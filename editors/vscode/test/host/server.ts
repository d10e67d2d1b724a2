import { readdirSync, readFileSync } from 'node:fs';
import { until } from './support';

/** The processes of the server that this extension host has started. */
export function servers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isServer(pid));
}

/** Waits for the server, also for another one than that with this number. */
export function untilServer(other?: number): Promise<number> {
  return until('a server runs', () => servers().find((pid) => pid !== other));
}

/** Ends a server as a fault of its own would. */
export function kill(pid: number): void {
  process.kill(pid, 'SIGKILL');
}

/** Whether a process is a living child of this one that runs `rapporteur lsp`. */
function isServer(pid: number): boolean {
  try {
    // The name of the program stands in parentheses and may have any letters in it.
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const [program, command] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return state !== 'Z' && Number(parent) === process.pid && /rapporteur/.test(program ?? '') && command === 'lsp';
  } catch {
    // It has ended meanwhile.
    return false;
  }
}

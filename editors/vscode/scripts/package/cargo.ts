import { execFileSync } from 'node:child_process';
import { REPOSITORY } from './places';

/** The most that is read of what cargo prints, in bytes. */
const MOST = 1 << 28;

/** Runs cargo in the repository, and gives what it prints. Its complaints are shown. */
export function cargo(...args: string[]): string {
  return execFileSync('cargo', args, { cwd: REPOSITORY, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: MOST });
}

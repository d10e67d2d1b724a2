import { existsSync } from 'node:fs';
import { machineNamed, machineOfProgram } from '../../src/machine';
import { cargo } from './cargo';
import { thisPlatform, type Platform } from './platforms';

/** Builds the server for a platform, and gives the path of the program. For another than this, Rust needs its target and a linker. */
export function buildServer(platform: Platform): string {
  const target = platform.name === thisPlatform().name ? [] : ['--target', platform.triple];
  const wanted = ['--release', '--locked', '--package', 'rapporteur', ...target];
  const messages = cargo('build', ...wanted, '--message-format', 'json-render-diagnostics');
  const artefacts = messages.trim().split('\n').map((line) => JSON.parse(line) as { executable?: string | null });
  const program = artefacts.map(({ executable }) => executable).find((executable) => executable);
  if (!program) {
    throw new Error(`cargo has built no program for ${platform.triple}.`);
  }
  return program;
}

/** Refuses a program that could not run where its package would be installed. */
export async function refuseOtherMachine(program: string, platform: Platform): Promise<void> {
  if (!existsSync(program)) {
    throw new Error(`There is no program ${program} to put into the package for ${platform.name}.`);
  }
  const [built, needed] = [await machineOfProgram(program), machineNamed(platform.system, platform.processor)];
  if (built !== needed) {
    throw new Error(
      `${program} is built for ${built ?? 'no machine that is known'}, and can't go into the package for ${platform.name}, ` +
        `which needs one for ${needed}. Build it with \`cargo build --release --package rapporteur --target ${platform.triple}\`.`,
    );
  }
}

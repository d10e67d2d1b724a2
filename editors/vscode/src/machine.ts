import { open } from 'node:fs/promises';

/** The processors of ELF files, by the number that these have for them. */
const ELF: Record<number, string> = { 3: 'ia32', 40: 'arm', 62: 'x64', 183: 'arm64', 243: 'riscv64' };

/** The processors of Mach-O files. */
const MACH_O: Record<number, string> = { 0x01000007: 'x64', 0x0100000c: 'arm64' };

/** The processors of the executable files of Windows. */
const PE: Record<number, string> = { 0x14c: 'ia32', 0x8664: 'x64', 0xaa64: 'arm64' };

const SYSTEMS: Record<string, string> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

/** The machine that this is: `Linux on x64`. */
export const THIS_MACHINE = machineNamed(process.platform, process.arch);

/** The machine for which a program is built, if it is another than this. */
export async function builtFor(program: string): Promise<string | undefined> {
  const other = await machineOfProgram(program);
  return other === THIS_MACHINE ? undefined : other;
}

/** The machine for which a program is built. A script names none. */
export async function machineOfProgram(program: string): Promise<string | undefined> {
  return machineOf(await head(program));
}

/** The machine that the first bytes of an executable file name. A script names none. */
export function machineOf(bytes: Buffer): string | undefined {
  if (bytes.length < 64) {
    return undefined;
  }
  if (bytes.readUInt32BE(0) === 0x7f454c46) {
    const bigEndian = bytes[5] === 2;
    const processor = bigEndian ? bytes.readUInt16BE(18) : bytes.readUInt16LE(18);
    return machineNamed('linux', ELF[processor] ?? `processor ${processor}`);
  }
  if (bytes.readUInt32LE(0) === 0xfeedfacf) {
    const processor = bytes.readUInt32LE(4);
    return machineNamed('darwin', MACH_O[processor] ?? `processor ${processor}`);
  }
  if (bytes.toString('latin1', 0, 2) === 'MZ') {
    const header = bytes.readUInt32LE(60);
    const processor = header + 6 <= bytes.length ? bytes.readUInt16LE(header + 4) : 0;
    return machineNamed('win32', PE[processor] ?? 'another processor');
  }
  return undefined;
}

/** A machine, by what Node calls its system and its processor. */
export function machineNamed(system: string, processor: string): string {
  return `${SYSTEMS[system] ?? system} (${processor})`;
}

async function head(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

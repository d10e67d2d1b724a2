import { name, version } from '../../package.json';

/** A system that Visual Studio Code has packages for. The web has none of ours: no program runs in a browser. */
export interface Platform {
  /** What `vsce` and the Marketplace call it. */
  name: string;
  /** What Rust calls it. */
  triple: string;
  /** What Node calls the system and the processor. */
  system: NodeJS.Platform;
  processor: string;
}

const PLATFORMS: readonly Platform[] = [
  { name: 'linux-x64', triple: 'x86_64-unknown-linux-gnu', system: 'linux', processor: 'x64' },
  { name: 'linux-arm64', triple: 'aarch64-unknown-linux-gnu', system: 'linux', processor: 'arm64' },
  { name: 'linux-armhf', triple: 'armv7-unknown-linux-gnueabihf', system: 'linux', processor: 'arm' },
  { name: 'alpine-x64', triple: 'x86_64-unknown-linux-musl', system: 'linux', processor: 'x64' },
  { name: 'alpine-arm64', triple: 'aarch64-unknown-linux-musl', system: 'linux', processor: 'arm64' },
  { name: 'darwin-x64', triple: 'x86_64-apple-darwin', system: 'darwin', processor: 'x64' },
  { name: 'darwin-arm64', triple: 'aarch64-apple-darwin', system: 'darwin', processor: 'arm64' },
  { name: 'win32-x64', triple: 'x86_64-pc-windows-msvc', system: 'win32', processor: 'x64' },
  { name: 'win32-arm64', triple: 'aarch64-pc-windows-msvc', system: 'win32', processor: 'arm64' },
];

/** The file of the package for a platform, or of that for all. */
export function packageFile(platform?: Platform): string {
  return [name, ...(platform ? [platform.name] : []), `${version}.vsix`].join('-');
}

/** The platform that this machine is. */
export function thisPlatform(): Platform {
  const { glibcVersionRuntime } = (process.report.getReport() as { header: { glibcVersionRuntime?: string } }).header;
  const system = process.platform === 'linux' && glibcVersionRuntime === undefined ? 'alpine' : process.platform;
  return platform(`${system}-${process.arch === 'arm' ? 'armhf' : process.arch}`);
}

/** The platform of this name. */
export function platform(name: string): Platform {
  const found = PLATFORMS.find((platform) => platform.name === name);
  if (found === undefined) {
    const names = PLATFORMS.map(({ name }) => name).join(', ');
    throw new Error(`There is no platform ${name} with a package of its own. There are ${names}; \`universal\` is for all others.`);
  }
  return found;
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface RedisBinary {
  readonly command: string;
  /** Variables it needs around it. */
  readonly env: Record<string, string>;
}

const aptGet = '/usr/bin/apt-get';
const dpkgDeb = '/usr/bin/dpkg-deb';
const cache = path.join(import.meta.dirname, '../../node_modules/.cache/turing-redis');
const debianPackages = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1'];
const downloadTimeoutMs = 60_000;

/** A Redis or Valkey that runs on this machine: a named one, the system's, or Debian's, unpacked beside our modules. */
export function findRedis(): RedisBinary | null {
  for (const source of [fromEnvironment, fromPath, fromCache, fromDebian]) {
    const binary = source().find(runs);
    if (binary !== undefined) return binary;
  }
  return null;
}

function fromEnvironment(): RedisBinary[] {
  const command = process.env.REDIS_SERVER_PATH ?? '';
  return command === '' ? [] : [{ command, env: {} }];
}

function fromPath(): RedisBinary[] {
  return ['valkey-server', 'redis-server'].map((command) => ({ command, env: {} }));
}

function fromCache(): RedisBinary[] {
  const command = path.join(cache, 'usr/bin/redis-server');
  if (!existsSync(command)) return [];
  const libraries = readdirSync(path.join(cache, 'usr/lib'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(cache, 'usr/lib', name));
  return [{ command, env: { LD_LIBRARY_PATH: libraries.join(':') } }];
}

// Downloading and unpacking needs no rights and starts no service.
function fromDebian(): RedisBinary[] {
  if (!existsSync(aptGet) || !existsSync(dpkgDeb)) return [];
  mkdirSync(cache, { recursive: true });
  const options = { cwd: cache, stdio: 'ignore', timeout: downloadTimeoutMs } as const;
  if (spawnSync(aptGet, ['download', '-qq', ...debianPackages], options).status !== 0) return [];
  for (const name of readdirSync(cache).filter((file) => file.endsWith('.deb')))
    spawnSync(dpkgDeb, ['-x', name, '.'], options);
  return fromCache();
}

function runs({ command, env }: RedisBinary): boolean {
  const options = { env: { ...process.env, ...env }, stdio: 'ignore', timeout: 5000 } as const;
  return spawnSync(command, ['--version'], options).status === 0;
}

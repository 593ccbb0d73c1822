import { execFile, type ExecFileOptions } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

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
export async function findRedis(): Promise<RedisBinary | null> {
  for (const source of [fromEnvironment, fromPath, fromCache, fromDebian]) {
    for (const binary of await source()) if (await runs(binary)) return binary;
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
async function fromDebian(): Promise<RedisBinary[]> {
  if (!existsSync(aptGet) || !existsSync(dpkgDeb)) return [];
  mkdirSync(cache, { recursive: true });
  const options = { cwd: cache, timeout: downloadTimeoutMs };
  if (!(await succeeds(aptGet, ['download', '-qq', ...debianPackages], options))) return [];
  for (const name of readdirSync(cache).filter((file) => file.endsWith('.deb')))
    await succeeds(dpkgDeb, ['-x', name, '.'], options);
  return fromCache();
}

function runs({ command, env }: RedisBinary): Promise<boolean> {
  return succeeds(command, ['--version'], { env: { ...process.env, ...env }, timeout: 5000 });
}

// A process that waits for another in silence is taken for lost by the runner of the tests.
function succeeds(command: string, args: string[], options: ExecFileOptions): Promise<boolean> {
  return promisify(execFile)(command, args, options).then(
    () => true,
    () => false,
  );
}

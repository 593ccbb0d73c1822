import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { programIn } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';
import type { PostgresHome } from './home.ts';

// Full-text search and pg_trgm classify letters with the C library even where the built-in collation sorts, so the
// ctype has to know UTF-8 under whatever name the system has for it.
const SYSTEM_LOCALE = { darwin: 'en_US.UTF-8', win32: 'C' }[process.platform as string] ?? 'C.UTF-8';

/** Environment of the server's programs: nothing of ours leaks into the database's processes. */
export const SERVER_ENV = {
  PATH: process.env.PATH,
  LC_ALL: SYSTEM_LOCALE,
  TZ: 'UTC',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {}),
};

export interface InitialiseHooks {
  /** Trades durability for speed: for databases that nobody misses after a power cut. */
  isThrowaway?: boolean;
  /** Called as each program starts, to be able to stop it later. */
  onSpawn?: (name: 'initdb' | 'postgres', pid: number) => void;
}

/** Makes the cluster unless it is there. An interrupted attempt leaves no half-made cluster. */
export async function initialiseCluster(home: PostgresHome, hooks: InitialiseHooks): Promise<void> {
  const version = path.join(home.directory, 'PG_VERSION');
  if (existsSync(version)) {
    refuseOtherMajor(home, readFileSync(version, 'utf8').trim());
    return;
  }
  const partial = `${home.directory}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  if (home.account) chownSync(partial, home.account.uid, home.account.gid);
  await runInitdb(home, partial, hooks);
  rmSync(home.directory, { recursive: true, force: true });
  renameSync(partial, home.directory);
}

function refuseOtherMajor(home: PostgresHome, found: string): void {
  const [major] = home.version.split('.');
  if (found === major) return;
  throw new EmbeddedPostgresError(
    `The data in ${home.directory} was made by PostgreSQL ${found}; this is PostgreSQL ${major}.`,
    'Keep what you need with pg_dump of the old version, then start afresh with `npm start -- --reset`.',
  );
}

function runInitdb(home: PostgresHome, directory: string, hooks: InitialiseHooks): Promise<void> {
  const args = ['-D', directory, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-instructions'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${SYSTEM_LOCALE}`);
  if (hooks.isThrowaway === true) args.push('--no-sync');
  return new Promise((resolve, reject) => {
    const child = spawn(programIn(home.native, 'initdb'), args, {
      ...home.account,
      cwd: path.dirname(directory),
      env: SERVER_ENV,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (child.pid !== undefined) hooks.onSpawn?.('initdb', child.pid);
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(initdbError(stderr.trim() || `exit code ${code}`));
    });
  });
}

function initdbError(reason: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `initdb could not make the database folder: ${reason}`,
    'Free some space or fix what it names, then start again.',
  );
}

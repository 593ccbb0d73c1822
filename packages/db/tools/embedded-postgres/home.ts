import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accountFor, canReach, isLink, type Account } from './account.ts';
import { findNativeFolder } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';

export interface PostgresHome {
  /** Data folder of the cluster. */
  directory: string;
  /** Folder with `bin`, `lib` and `share`. */
  native: string;
  /** Version of the programs, such as 17.9.0. */
  version: string;
  /** Whom the server runs as; undefined is the present user. */
  account: Account | undefined;
}

/**
 * Chooses where a cluster lives: in `directory`. For root that may be out of reach of the account the server must run
 * as (a checkout under a 0700 home), then programs and data go to a system folder and `directory` is a link to it.
 */
export function prepareHome(directory: string): PostgresHome {
  const { folder, version } = findNativeFolder();
  const parent = path.dirname(directory);
  mkdirSync(parent, { recursive: true });
  const account = accountFor(directory);
  if (account === undefined) return { directory, native: folder, version, account };
  chmodSync(parent, 0o755);
  if (canReach(account, path.join(folder, 'bin', 'postgres')) && canReach(account, parent)) {
    return { directory, native: folder, version, account };
  }
  const outside = outsideFolder(directory);
  const native = path.join(outside, `postgres-${version}`);
  copyOnce(folder, native);
  linkTo(path.join(outside, 'data'), directory);
  return { directory: path.join(outside, 'data'), native, version, account };
}

/** Deletes a cluster's data, and what `prepareHome` put outside for it. */
export function removeHome(directory: string): void {
  if (isLink(directory)) rmSync(outsideFolder(directory), { recursive: true, force: true });
  rmSync(directory, { recursive: true, force: true });
  rmSync(`${directory}.partial`, { recursive: true, force: true });
}

function outsideFolder(directory: string): string {
  const key = createHash('sha256').update(path.resolve(directory)).digest('hex').slice(0, 12);
  const root = path.join(isWritable('/var/lib') ? '/var/lib' : tmpdir(), 'turing-commerce');
  mkdirSync(root, { recursive: true, mode: 0o755 });
  const folder = path.join(root, key);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function copyOnce(from: string, to: string): void {
  if (existsSync(to)) return;
  const partial = `${to}.partial`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  renameSync(partial, to);
}

function linkTo(target: string, link: string): void {
  if (isLink(link)) return;
  if (existsSync(link)) {
    throw new EmbeddedPostgresError(
      `The account PostgreSQL runs as cannot enter ${link} any more.`,
      'Let others pass through the folders above it (chmod o+x), or start afresh with `npm start -- --reset`.',
    );
  }
  symlinkSync(target, link);
}

import { spawnSync } from 'node:child_process';
import { lstatSync, statSync } from 'node:fs';

const NOBODY = { uid: 65_534, gid: 65_534 };

export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. Root's clusters run as whoever owns the folder already, else as nobody; anyone
 * else runs them as themselves (undefined).
 */
export function accountFor(dataDirectory: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  return owner === undefined || owner.uid === 0 ? NOBODY : { uid: owner.uid, gid: owner.gid };
}

/** Whether the account can run or enter this path: every folder above it must let the account through. */
export function canReach(account: Account, target: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$0"', target], { ...account, cwd: '/' });
  return status === 0;
}

/** Whether this path is a symbolic link, dangling or not. */
export function isLink(target: string): boolean {
  return lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

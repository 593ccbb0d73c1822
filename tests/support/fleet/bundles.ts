import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

const repository = path.join(import.meta.dirname, '../../..');

export interface Bundles {
  /** For what the processes write: below the repository, where the bundles find their packages. */
  readonly folder: string;
  readonly fileOf: (kind: MemberKind) => string;
  readonly remove: () => void;
}

export type MemberKind = 'api' | 'worker';

/** The API and the worker as they are deployed, made for one test. */
export function buildBundles(kinds: readonly MemberKind[]): Bundles {
  mkdirSync(path.join(repository, '.data'), { recursive: true });
  const folder = mkdtempSync(path.join(repository, '.data/fleet-'));
  const fileOf = (kind: MemberKind) => path.join(folder, `${kind}.mjs`);
  for (const kind of kinds) {
    execFileSync(process.execPath, ['build.mjs', fileOf(kind)], { cwd: path.join(repository, 'apps', kind) });
  }
  return { folder, fileOf, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

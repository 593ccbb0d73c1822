import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A note on disk that the embedded database was made and has not been filled yet. It is set only when the database is
 * made, so that a shop once filled is never taken for half a one, whenever a later start is interrupted.
 */
export class SeedMark {
  readonly #file: string;

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, 'seed-unfinished');
  }

  isSet(): boolean {
    return existsSync(this.#file);
  }

  set(): void {
    writeFileSync(this.#file, '');
  }

  clear(): void {
    rmSync(this.#file, { force: true });
  }
}

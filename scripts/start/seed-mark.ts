import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A note on disk that seeding has begun and not ended, so that the next start does not take half a shop for a whole. */
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

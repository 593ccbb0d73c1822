import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { heard } from './heard.ts';
import { assertStorageKey, type FileStore } from './storage.ts';

/** No key starts with a dot, so no key leads here. */
const unfinished = '.unfinished';

/** Files in a folder of this machine. A file is written beside the others and renamed when it is whole. */
export function createFolderStore(dir: string): FileStore {
  const root = path.resolve(dir);

  function fileOf(key: string): string {
    assertStorageKey(key);
    return path.join(root, key);
  }

  async function put(key: string, body: Readable | Buffer): Promise<void> {
    const file = fileOf(key);
    const partial = path.join(root, unfinished, randomUUID());
    const source = heard(body);
    await mkdir(path.dirname(partial), { recursive: true });
    try {
      await pipeline(source, createWriteStream(partial, { flags: 'wx', flush: true }));
      await mkdir(path.dirname(file), { recursive: true });
      await rename(partial, file);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  async function find(key: string): Promise<Readable | null> {
    const handle = await open(fileOf(key)).catch(nullIfMissing);
    return handle === null ? null : handle.createReadStream();
  }

  async function findSize(key: string): Promise<{ bytes: number } | null> {
    const found = await stat(fileOf(key)).catch(nullIfMissing);
    return found?.isFile() === true ? { bytes: found.size } : null;
  }

  async function removeUnfinished(before: Date): Promise<number> {
    const folder = path.join(root, unfinished);
    const names = (await readdir(folder).catch(nullIfMissing)) ?? [];
    let removed = 0;
    for (const name of names) {
      const file = path.join(folder, name);
      const found = await stat(file).catch(nullIfMissing);
      if (found === null || found.mtime >= before) continue;
      await rm(file, { force: true });
      removed += 1;
    }
    return removed;
  }

  return {
    put,
    find,
    stat: findSize,
    delete: async (key) => rm(fileOf(key), { force: true }),
    removeUnfinished,
  };
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return null;
  throw error;
}

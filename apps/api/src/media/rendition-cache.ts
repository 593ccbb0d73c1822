import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createFileStore, renditionPath, type Rendition } from '@turing/routers';

export interface RenditionCacheOptions {
  readonly dir: string;
  /** What the folder may hold, give or take a tenth. */
  readonly bytes: number;
  readonly onError: (error: unknown) => void;
}

export interface RenditionCache {
  readonly dir: string;
  readonly has: (rendition: Rendition) => Promise<boolean>;
  readonly put: (rendition: Rendition, body: Readable | Buffer) => Promise<void>;
}

const keptAfterEviction = 0.8;
const looksPerShare = 10;
const hourMs = 3_600_000;

interface CachedFile {
  readonly file: string;
  readonly bytes: number;
  readonly usedAt: number;
}

/**
 * Renditions on this machine's disk, as many as fit: when the folder has grown by a tenth of its limit it is looked
 * through, and if it is over, what was not asked for longest goes. All of it can be made again.
 */
export function createRenditionCache({ dir, bytes: limit, onError }: RenditionCacheOptions): RenditionCache {
  const files = createFileStore({ kind: 'folder', dir });
  const usedAt = new Map<string, number>();
  let writtenSinceLook = limit;
  let looking: Promise<void> | null = null;

  async function has(rendition: Rendition): Promise<boolean> {
    const name = renditionPath(rendition);
    if ((await files.stat(name)) === null) return false;
    usedAt.set(name, momentNow());
    return true;
  }

  async function put(rendition: Rendition, body: Readable | Buffer): Promise<void> {
    const name = renditionPath(rendition);
    await files.put(name, body, { contentType: '' });
    usedAt.set(name, momentNow());
    writtenSinceLook += (await files.stat(name))?.bytes ?? 0;
    if (writtenSinceLook < limit / looksPerShare || looking !== null) return;
    writtenSinceLook = 0;
    looking = evict().catch(onError);
    await looking;
    looking = null;
  }

  async function evict(): Promise<void> {
    const found = await listFiles(dir, usedAt);
    let total = found.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total > limit) {
      for (const { file, bytes } of found.sort((one, other) => one.usedAt - other.usedAt)) {
        if (total <= limit * keptAfterEviction) break;
        await rm(path.join(dir, file), { force: true });
        usedAt.delete(file);
        total -= bytes;
      }
    }
    await files.removeUnfinished(new Date(Date.now() - hourMs));
  }

  return { dir, has, put };
}

async function listFiles(dir: string, usedAt: ReadonlyMap<string, number>): Promise<CachedFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const found: CachedFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const whole = path.join(entry.parentPath, entry.name);
    const file = path.relative(dir, whole).split(path.sep).join('/');
    const info = await stat(whole).catch(() => null);
    if (info !== null) found.push({ file, bytes: info.size, usedAt: usedAt.get(file) ?? info.mtimeMs });
  }
  return found;
}

/** Milliseconds as of a file's times, fine enough to tell two uses apart. */
function momentNow(): number {
  return performance.timeOrigin + performance.now();
}

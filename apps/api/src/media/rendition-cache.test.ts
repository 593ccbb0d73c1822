import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Rendition } from '@turing/routers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRenditionCache, type RenditionCache } from './rendition-cache.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'renditions-'));
});
afterEach(() => rm(dir, { recursive: true }));

const picture = Buffer.alloc(1000);

function open(bytes: number): RenditionCache {
  return createRenditionCache({
    dir,
    bytes,
    onError: (error) => {
      throw error;
    },
  });
}

function rendition(name: number): Rendition {
  return { key: `pictures/p${name}`, width: 160, format: 'webp' };
}

async function names(): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true });
  return entries.filter((entry) => entry.endsWith('.webp')).sort();
}

test('what was not asked for longest goes when there is no more room', async () => {
  const cache = open(5000);
  for (let name = 0; name < 5; name += 1) await cache.put(rendition(name), picture);
  expect(await names()).toHaveLength(5);
  expect(await cache.has(rendition(0))).toBe(true);
  await cache.put(rendition(5), picture);
  expect(await cache.has(rendition(0))).toBe(true);
  expect(await cache.has(rendition(1))).toBe(false);
  expect(await names()).toHaveLength(4);
});

test('the folder stays within its bound, whatever the order', async () => {
  const cache = open(20_000);
  await Promise.all(Array.from({ length: 100 }, (_, name) => cache.put(rendition(name), picture)));
  await cache.put(rendition(100), picture);
  await cache.put(rendition(101), picture);
  expect((await names()).length).toBeLessThanOrEqual(22);
});

test('a new process counts what the one before left', async () => {
  const before = open(100_000);
  for (let name = 0; name < 10; name += 1) await before.put(rendition(name), picture);
  await open(5000).put(rendition(10), picture);
  expect((await names()).length).toBeLessThanOrEqual(5);
});

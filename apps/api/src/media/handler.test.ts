import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFileStore } from '@turing/routers';
import express from 'express';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMediaHandler } from './index.ts';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1200"><rect width="1200" height="1200" fill="#c8553d"/><circle cx="600" cy="600" r="400" fill="#f2e8da"/></svg>`;
const errors: unknown[] = [];
let mediaDir: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  // The name starts with a dot, as the data folder's does.
  mediaDir = await mkdtemp(path.join(tmpdir(), '.media-'));
  await mkdir(path.join(mediaDir, 'sources/products'), { recursive: true });
  await writeFile(path.join(mediaDir, 'sources/products/oat-mug-1.svg'), svg);
  await writeFile(path.join(mediaDir, 'sources/products/broken-1.svg'), 'this is no picture');
  await mkdir(path.join(mediaDir, 'sources/pictures'));
  const photograph = sharp({ create: { width: 500, height: 250, channels: 3, background: '#336699' } });
  await photograph.webp().toFile(path.join(mediaDir, 'sources/pictures/0a1b.webp'));
  await writeFile(path.join(mediaDir, 'secret.svg'), svg);
  const app = express().use(
    createMediaHandler({
      storage: createFileStore({ kind: 'folder', dir: mediaDir }),
      cache: { dir: path.join(mediaDir, 'renditions'), bytes: 10_000_000 },
      onError: (error) => errors.push(error),
    }),
  );
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(mediaDir, { recursive: true });
});

// fetch would tidy the path before sending it.
async function getAsWritten(address: string) {
  const { hostname, port } = new URL(origin);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpRequest({ hostname, port, path: address }, resolve).on('error', reject).end();
  });
  const { statusCode: status, headers } = response;
  return { status, body: await text(response), cacheControl: headers['cache-control'] };
}

test.each([
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
])('renders a %s of the wanted width and lets it be kept for ever', async (format, type) => {
  const response = await fetch(`${origin}/media/products/oat-mug-1/480.${format}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const picture = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  expect([picture.width, picture.height]).toEqual([480, 480]);
});

test.each([
  [320, 320],
  [480, 480],
  [640, 500],
  [1280, 500],
])('a photograph of 500 pixels asked for at %i has %i', async (asked, width) => {
  const response = await fetch(`${origin}/media/pictures/0a1b/${asked}.webp`);
  const picture = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  expect([picture.width, picture.height]).toEqual([width, width / 2]);
});

test('a rendition that was made ahead is served as it is', async () => {
  const folder = path.join(mediaDir, 'renditions/pictures/0a1b');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, '160.avif'), 'made ahead');
  const response = await fetch(`${origin}/media/pictures/0a1b/160.avif`);
  expect(await response.text()).toBe('made ahead');
});

test('answers 304 to a browser that has the file', async () => {
  const address = `${origin}/media/products/oat-mug-1/160.webp`;
  const first = await fetch(address);
  await first.arrayBuffer();
  const tag = first.headers.get('etag') ?? '';
  expect(tag).not.toBe('');
  const second = await fetch(address, { headers: { 'if-none-match': tag, 'cache-control': 'max-age=0' } });
  expect(second.status).toBe(304);
});

test('many first viewers at once cause one file and no leftovers', async () => {
  const address = `${origin}/media/products/oat-mug-1/960.webp`;
  const answers = await Promise.all(Array.from({ length: 12 }, () => fetch(address)));
  const bodies = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
  expect(new Set(bodies.map((body) => body.toString('base64'))).size).toBe(1);
  const files = await readdir(path.join(mediaDir, 'renditions/products/oat-mug-1'));
  expect(files.filter((file) => file.startsWith('960'))).toEqual(['960.webp']);
});

test.each([
  'products/no-such-thing-1/320.webp',
  'products/oat-mug-1/321.webp',
  'products/oat-mug-1/0320.webp',
  'products/oat-mug-1/320.png',
  'products/oat-mug-1/320.webp.partial',
  'products/oat-mug-1',
  'products/Oat-Mug-1/320.webp',
  'products/oat-mug-1//320.webp',
  '..%2fsecret/320.webp',
  'products/..%2f..%2fsecret/320.webp',
  '%2e%2e/secret/320.webp',
  '../secret/320.webp',
  'products/../../secret/320.webp',
  'products/oat-mug-1%00/320.webp',
  '%E0%A4%A/320.webp',
  `${'a'.repeat(4000)}/320.webp`,
  '',
])('has no image at %j', async (address) => {
  const response = await getAsWritten(`/media/${address}`);
  expect(response).toEqual({ status: 404, body: 'No such image.', cacheControl: 'no-store' });
});

test('a source that cannot be drawn fails without saying why', async () => {
  const response = await fetch(`${origin}/media/products/broken-1/320.webp`);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('The image could not be made.');
  expect(errors).toHaveLength(1);
});

test('images can only be read', async () => {
  const response = await fetch(`${origin}/media/products/oat-mug-1/320.webp`, { method: 'POST' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

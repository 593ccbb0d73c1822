import { request as httpRequest } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { createStorage, type Storage } from '@turing/routers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiServer, startApi } from '../support/api-server.ts';
import { plainPicture } from '../support/pictures.ts';
import { s3Credentials, type S3Server, startS3Server } from '../support/s3-server.ts';
import { createTestDatabase } from '../support/test-database.ts';

const secret = 'a-secret-for-tests-of-more-than-32-characters';
const megabyte = Buffer.alloc(1_000_000, 'a');
let offsetMs = 0;
const signing = { secret, now: () => new Date(Date.now() + offsetMs) };

let dir: string;
let s3: S3Server;
let api: ApiServer;
let dropDatabase: () => Promise<void>;
const stores: Record<'folder' | 'bucket', Storage> = {} as never;
const saved = { ...process.env };

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = s3Credentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = s3Credentials.secretAccessKey;
  dir = await mkdtemp(path.join(tmpdir(), 'storage-'));
  s3 = await startS3Server();
  stores.folder = createStorage({ kind: 'folder', dir }, signing);
  stores.bucket = createStorage({ kind: 's3', ...s3 }, signing);
  const { url, drop } = await createTestDatabase();
  dropDatabase = drop;
  api = await startApi(url, { storage: { kind: 'folder', dir }, authSecret: secret });
});
afterAll(async () => {
  Object.assign(process.env, saved);
  await api.stop();
  await dropDatabase();
  await s3.close();
  await rm(dir, { recursive: true });
});

async function leftovers(): Promise<string[]> {
  return readdir(path.join(dir, '.unfinished')).catch(() => []);
}

describe.each(['folder', 'bucket'] as const)('a %s', (kind) => {
  const store = () => stores[kind];

  test('gives back what was put, and nothing for what was not', async () => {
    await store().put('uploads/one', Buffer.from('hello'), { contentType: 'text/plain' });
    expect(await text((await store().find('uploads/one'))!)).toBe('hello');
    expect(await store().stat('uploads/one')).toEqual({ bytes: 5 });
    expect(await store().find('uploads/none')).toBeNull();
    expect(await store().stat('uploads/none')).toBeNull();
  });

  test('takes a stream whose length nobody knows', async () => {
    const body = Readable.from(Array.from({ length: 13 }, () => megabyte));
    await store().put('imports/large.csv', body, { contentType: 'text/csv' });
    const found = await buffer((await store().find('imports/large.csv'))!);
    expect(found.length).toBe(13_000_000);
  });

  test('replaces, and forgets twice without a word', async () => {
    await store().put('uploads/two', Buffer.from('one'), { contentType: 'text/plain' });
    await store().put('uploads/two', Buffer.from('two'), { contentType: 'text/plain' });
    expect(await text((await store().find('uploads/two'))!)).toBe('two');
    await store().delete('uploads/two');
    await store().delete('uploads/two');
    expect(await store().stat('uploads/two')).toBeNull();
  });

  test('keeps nothing of a stream that breaks', async () => {
    const broken = Readable.from(
      (function* () {
        yield megabyte;
        throw new Error('the line is cut');
      })(),
    );
    const putting = store().put('uploads/broken', broken, { contentType: 'text/plain' });
    await expect(putting).rejects.toThrow('the line is cut');
    expect(await store().stat('uploads/broken')).toBeNull();
    expect(await leftovers()).toEqual([]);
  });

  test.each([
    '../secret',
    'uploads/../../secret',
    '/etc/passwd',
    'uploads',
    'uploads/.hidden',
    'uploads/A',
    'uploads/a\0b',
    'uploads//a',
    `uploads/${'a'.repeat(300)}`,
  ])('has no file at %j', async (key) => {
    await expect(store().stat(key)).rejects.toThrow('not a key');
    await expect(store().put(key, Buffer.from(''), { contentType: '' })).rejects.toThrow('not a key');
    await expect(store().find(key)).rejects.toThrow('not a key');
    await expect(store().delete(key)).rejects.toThrow('not a key');
  });
});

interface Sent {
  readonly body?: string;
  readonly contentType?: string;
  readonly change?: (url: string) => string;
}

/** Puts a file as a browser would, by way of the console. */
async function put(
  url: string,
  { body = '12345', contentType = 'image/png', change = (same) => same }: Sent = {},
) {
  const whole = url.startsWith('/api/') ? `${api.url}${url.slice('/api'.length)}` : url;
  const response = await fetch(change(whole), {
    method: 'PUT',
    body,
    headers: { 'content-type': contentType },
  });
  await response.arrayBuffer();
  return response.status;
}

describe.each([
  ['folder', 204],
  ['bucket', 200],
] as const)('the address of an upload to a %s', (kind, done) => {
  const open = (key: string, expiresInSeconds = 60) =>
    stores[kind].createUpload({ key, contentType: 'image/png', bytes: 5, expiresInSeconds });

  test('takes the file that was announced', async () => {
    const target = await open('uploads/announced');
    expect(await put(target.url)).toBe(done);
    expect(await text((await stores[kind].find('uploads/announced'))!)).toBe('12345');
    expect(await put(target.url, { body: '54321' })).toBe(done);
  });

  test.each<[string, Sent]>([
    ['a longer file', { body: '123456' }],
    ['a shorter file', { body: '1234' }],
    ['another type', { contentType: 'text/html' }],
    ['another place', { change: (url) => url.replace('uploads/refused', 'uploads/refuses') }],
    [
      'a later end',
      { change: (url) => url.replace(/(?<=[Ee]xpires=)(\d+)/u, (digits) => String(Number(digits) + 1)) },
    ],
    [
      'another signature',
      { change: (url) => url.replace(/(?<=[Ss]ignature=)./u, (first) => (first === '0' ? '1' : '0')) },
    ],
    ['no signature', { change: (url) => url.replace(/[^?&]*[Ss]ignature=[^&]*/u, '') }],
  ])('refuses %s', async (_what, sent) => {
    const { url } = await open('uploads/refused');
    expect(await put(url, sent)).toBeGreaterThanOrEqual(400);
    expect(await stores[kind].stat('uploads/refused')).toBeNull();
    expect(await stores[kind].stat('uploads/refuses')).toBeNull();
  });
});

test('the address of an upload to a folder ends', async () => {
  offsetMs = -61_000;
  const target = await stores.folder.createUpload({
    key: 'uploads/late',
    contentType: 'image/png',
    bytes: 5,
    expiresInSeconds: 60,
  });
  offsetMs = 0;
  expect(await put(target.url)).toBe(403);
});

test('a body without a length is cut off where it becomes too long', async () => {
  const target = await stores.folder.createUpload({
    key: 'uploads/endless',
    contentType: 'image/png',
    bytes: 100,
    expiresInSeconds: 60,
  });
  const status = await new Promise<number>((resolve, reject) => {
    const outgoing = httpRequest(
      `${api.url}${target.url.slice('/api'.length)}`,
      { method: 'PUT', headers: target.headers },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    outgoing.on('error', reject);
    for (let at = 0; at < 21; at += 1) outgoing.write(megabyte);
    outgoing.end();
  });
  expect(status).toBe(413);
  expect(await stores.folder.stat('uploads/endless')).toBeNull();
  expect(await leftovers()).toEqual([]);
});

test('who hangs up leaves nothing behind', async () => {
  const target = await stores.folder.createUpload({
    key: 'uploads/gone',
    contentType: 'image/png',
    bytes: 5_000_000,
    expiresInSeconds: 60,
  });
  const outgoing = httpRequest(`${api.url}${target.url.slice('/api'.length)}`, {
    method: 'PUT',
    headers: target.headers,
  });
  outgoing.on('error', () => undefined);
  outgoing.write(megabyte);
  await expect.poll(leftovers).toHaveLength(1);
  outgoing.destroy();
  await expect.poll(leftovers).toEqual([]);
  expect(await stores.folder.stat('uploads/gone')).toBeNull();
});

test.each(['..%2f..%2fetc%2fpasswd', '..%2fsecret', 'uploads%00', 'sources/products/x.svg'])(
  'no file can be put at %s without a signature for it',
  async (key) => {
    expect(await put(`/api/uploads/${key}?type=image%2Fpng&bytes=5&expires=99999999999&signature=AAAA`)).toBe(
      403,
    );
  },
);

test('a bucket that does not answer is told apart from one that is set up wrongly', async () => {
  const away = createStorage(
    { kind: 's3', bucket: 'shop-media', region: 'eu-west-1', endpoint: 'http://127.0.0.1:9' },
    signing,
  );
  await expect(away.stat('uploads/one')).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
  const wrong = createStorage({ kind: 's3', ...s3, region: 'us-west-2' }, signing);
  await expect(wrong.stat('uploads/one')).rejects.not.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
});

test('an API with a bucket serves what was made ahead, renders the rest, and takes no files itself', async () => {
  const cacheDir = await mkdtemp(path.join(tmpdir(), 'renditions-'));
  const { url, drop } = await createTestDatabase();
  const served = await startApi(url, {
    storage: { kind: 's3', ...s3 },
    mediaCache: { dir: cacheDir, bytes: 10_000_000 },
    authSecret: secret,
  });
  const picture = await plainPicture('webp', { width: 500, height: 500 });
  await stores.bucket.put('sources/pictures/0a1b.webp', picture, { contentType: 'image/webp' });
  await stores.bucket.put('renditions/pictures/0a1b/160.webp', Buffer.from('made ahead'), {
    contentType: 'image/webp',
  });
  const get = (address: string) => fetch(`${served.url}/media/pictures/${address}`);
  expect(await (await get('0a1b/160.webp')).text()).toBe('made ahead');
  const rendered = await get('0a1b/640.webp');
  expect([rendered.status, rendered.headers.get('content-type')]).toEqual([200, 'image/webp']);
  await rendered.arrayBuffer();
  expect((await get('0a1c/640.webp')).status).toBe(404);
  const cached = await readdir(path.join(cacheDir, 'pictures/0a1b'));
  expect(cached.sort()).toEqual(['160.webp', '640.webp']);
  const target = await stores.folder.createUpload({
    key: 'uploads/none',
    contentType: 'image/png',
    bytes: 5,
    expiresInSeconds: 60,
  });
  const sent = await fetch(`${served.url}${target.url.slice('/api'.length)}`, {
    method: 'PUT',
    body: '12345',
  });
  expect(sent.status).toBe(404);
  await served.stop();
  await drop();
  await rm(cacheDir, { recursive: true });
});

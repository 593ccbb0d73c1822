import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { type MediaShop, openMediaShop } from '../support/media.ts';
import { phonePhotograph, type PictureFormat, plainPicture } from '../support/pictures.ts';
import { key } from '../support/shop.ts';
import { openWorker, type TestWorker } from '../support/worker.ts';

const dayMs = 24 * 60 * 60_000;

let media: MediaShop;
let mailbox: Mailbox;
let worker: TestWorker;
beforeAll(async () => {
  mailbox = await openMailbox();
  media = await openMediaShop();
  worker = openWorker(media.shop, mailbox);
});
afterAll(async () => {
  worker.close();
  await media.close();
  await mailbox.close();
});

/** Makes a picture of a file that was put, whatever it was called. */
async function store(file: Buffer, as?: { contentType?: string; fileName?: string }) {
  const uploadId = await media.upload(file, as);
  return media.images().store({ uploadId, idempotencyKey: key() });
}

async function masterOf(pictureKey: string): Promise<Buffer> {
  return buffer((await media.shop.storage.find(`sources/${pictureKey}.webp`))!);
}

const refusal = (why: string) => ({ cause: { code: 'MEDIA_REFUSED', details: { why } } });
const files = async (folder: string) => readdir(path.join(media.shop.mediaDir, folder)).catch(() => []);

describe('what is kept of a file', () => {
  test('stands upright and says nothing of where, when and by whom', async () => {
    const photograph = await phonePhotograph();
    const before = await sharp(photograph).metadata();
    const gpsTag = Buffer.from([0x25, 0x88]);
    expect([before.orientation, before.exif?.includes(gpsTag)]).toEqual([6, true]);
    expect(photograph.includes('Somebody Private')).toBe(true);

    const { key: pictureKey, image } = await store(photograph);
    expect([image.width, image.height]).toEqual([40, 80]);
    const master = await masterOf(pictureKey);
    const after = await sharp(master).metadata();
    expect(after).toMatchObject({ format: 'webp', width: 40, height: 80, space: 'srgb' });
    expect([after.exif, after.icc, after.xmp, after.iptc, after.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    for (const left of ['Exif', 'Somebody Private', 'ICCP', 'XMP '])
      expect(master.includes(left)).toBe(false);
    const pixels = await sharp(master).removeAlpha().raw().toBuffer();
    const at = (x: number, y: number) => [...pixels.subarray((y * 40 + x) * 3, (y * 40 + x) * 3 + 3)];
    const [red, , blueOfRed] = at(20, 10);
    const [redOfBlue, , blue] = at(20, 70);
    expect(red! > 200 && blueOfRed! < 60 && redOfBlue! < 60 && blue! > 200).toBe(true);
  });

  test.each<PictureFormat>(['jpeg', 'png', 'webp', 'avif', 'gif'])(
    'a %s becomes a picture',
    async (format) => {
      const { image } = await store(await plainPicture(format));
      expect(image).toMatchObject({ width: 60, height: 40 });
      const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(image.colour.slice(at, at + 2), 16));
      expect(Math.max(Math.abs(red! - 0x33), Math.abs(green! - 0x66), Math.abs(blue! - 0x99))).toBeLessThan(
        16,
      );
    },
  );

  test('a large one is made smaller, a small one is left as it is', async () => {
    const large = await store(await plainPicture('jpeg', { width: 5120, height: 1280 }));
    expect(large.image).toMatchObject({ width: 2560, height: 640 });
    const small = await store(await plainPicture('png', { width: 1, height: 1 }));
    expect(small.image).toMatchObject({ width: 1, height: 1 });
  });

  test('the name and the type that were said make no difference', async () => {
    const png = await plainPicture('png');
    const { image } = await store(png, { contentType: 'image/jpeg', fileName: '../../etc/passwd' });
    expect(image.src).toMatch(/^\/media\/pictures\/[0-9a-f]{32}$/u);
  });

  test('of a film, the first picture', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00'].map((background) => plainPicture('png', { background })),
    );
    const film = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(film).metadata()).pages).toBe(2);
    const { image, key: pictureKey } = await store(film, { contentType: 'image/gif' });
    expect((await sharp(await masterOf(pictureKey)).metadata()).pages ?? 1).toBe(1);
    expect(image).toMatchObject({ width: 60, height: 40, colour: expect.stringMatching(/^#f/u) as string });
  });
});

describe('a file is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  const html = '<!doctype html><html><script>alert(document.cookie)</script></html>';
  const archive = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
  const jpeg = () => plainPicture('jpeg');
  const noise = (format: PictureFormat) =>
    plainPicture(format, { width: 300, height: 200, noise: { type: 'gaussian', mean: 128, sigma: 50 } });
  const cutShort = async (format: PictureFormat) => (await noise(format)).subarray(0, -2000);

  test.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['that is a page called picture.jpg', 'format_unsupported', () => Buffer.from(html)],
    ['that is a drawing', 'format_unsupported', () => Buffer.from(svg)],
    ['that is a drawing behind a byte-order mark', 'format_unsupported', () => Buffer.from(`\uFEFF${svg}`)],
    ['that is no more than a head', 'damaged', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    [
      'that is a TIFF',
      'format_unsupported',
      async () =>
        sharp(await jpeg())
          .tiff()
          .toBuffer(),
    ],
    [
      'with a page behind the picture',
      'hides_other_content',
      async () => Buffer.concat([await jpeg(), Buffer.from(html)]),
    ],
    [
      'with a page in its comments',
      'hides_other_content',
      async () =>
        sharp(await jpeg())
          .withXmp(`<x>${html}</x>`)
          .jpeg()
          .toBuffer(),
    ],
    [
      'with an archive behind the picture',
      'hides_other_content',
      async () => Buffer.concat([await jpeg(), archive]),
    ],
    [
      'with a document in front',
      'hides_other_content',
      async () => Buffer.concat([(await jpeg()).subarray(0, 20), Buffer.from('%PDF-1.7'), await jpeg()]),
    ],
    ['that is cut short, a JPEG', 'damaged', () => cutShort('jpeg')],
    ['that is cut short, a PNG', 'damaged', () => cutShort('png')],
    ['that is cut short, a WebP', 'damaged', () => cutShort('webp')],
    ['that is cut short, an AVIF', 'damaged', () => cutShort('avif')],
    ['that is cut short, a GIF', 'damaged', () => cutShort('gif')],
    [
      'of more than 50 megapixels in a few kilobytes',
      'too_many_pixels',
      () => plainPicture('png', { width: 10_001, height: 5000, background: '#000000' }),
    ],
  ])('%s', async (_what, why, make) => {
    const file = await make();
    const uploadId = await media.upload(file);
    const stored = media.images().store({ uploadId, idempotencyKey: key() });
    await expect(stored).rejects.toMatchObject(refusal(why));
    const product = await media.createProduct();
    const attached = media
      .media()
      .attach({ productId: product.id, version: 1, uploadId, alt: '', idempotencyKey: key() });
    await expect(attached).rejects.toMatchObject(refusal(why));
    expect((await media.media().list({ productId: product.id })).items).toEqual([]);
  });

  test('that is too large, before and while it is sent', async () => {
    const open = { fileName: 'a.jpg', contentType: 'image/jpeg', idempotencyKey: key() };
    await expect(media.media().createUpload({ ...open, bytes: 21_000_000 })).rejects.toMatchObject(
      refusal('too_many_bytes'),
    );
    await expect(media.media().createUpload({ ...open, bytes: 0 })).rejects.toMatchObject(refusal('empty'));
    const small = await media.media().createUpload({ ...open, bytes: 1000 });
    const response = await fetch(`${media.api.url}${small.url.slice('/api'.length)}`, {
      method: 'PUT',
      headers: small.headers,
      body: new ReadableStream({
        start: (controller) => {
          for (let at = 0; at < 21; at += 1) controller.enqueue(new Uint8Array(1_000_000));
          controller.close();
        },
      }),
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    const product = await media.createProduct();
    await expect(
      media.media().attach({
        productId: product.id,
        version: 1,
        uploadId: small.uploadId,
        alt: '',
        idempotencyKey: key(),
      }),
    ).rejects.toMatchObject({ cause: { code: 'UPLOAD_NOT_FOUND' } });
  });

  test('that says it is something else', async () => {
    const open = { fileName: 'a.svg', contentType: 'image/svg+xml', bytes: 10, idempotencyKey: key() };
    await expect(media.media().createUpload(open)).rejects.toMatchObject(refusal('format_unsupported'));
  });
});

describe('behind the scenes', () => {
  test('every size is rendered ahead, none larger than the picture', async () => {
    const { key: pictureKey } = await store(await plainPicture('jpeg', { width: 500, height: 500 }));
    await worker.run();
    const made = await files(`renditions/${pictureKey}`);
    expect(made).toHaveLength(12);
    const largest = await sharp(
      path.join(media.shop.mediaDir, `renditions/${pictureKey}/1280.webp`),
    ).metadata();
    expect(largest.width).toBe(500);
    const address = `${media.api.url}/media/${pictureKey}/1280.webp`;
    expect((await sharp(await (await fetch(address)).arrayBuffer()).metadata()).width).toBe(500);
  });

  test('uploads go when they have served, or a day after they could have', async () => {
    const product = await media.createProduct();
    await media.attach({ id: product.id, version: 1 }, await plainPicture());
    const served = await files('uploads');
    await media.upload(await plainPicture());
    expect(await files('uploads')).toHaveLength(served.length + 1);
    media.shop.advance(dayMs);
    await sweep();
    expect(await files('uploads')).toHaveLength(served.length + 1);
    media.shop.advance(15 * 60_000 + 1000);
    await sweep();
    expect(await files('uploads')).toEqual([]);
  });

  test('a picture goes when nothing shows it; one that an order remembers stays', async () => {
    const product = await media.createProduct();
    const category = await media.shop.factories.createCategory();
    let view = await media.attach({ id: product.id, version: 1 }, await plainPicture());
    for (const version of [2, 3])
      view = await media.attach({ id: product.id, version }, await plainPicture());
    const forCategory = await store(await plainPicture());
    const forNobody = await store(await plainPicture());
    const [forgotten, ordered, shown] = view.items.map((item) => item.key);
    await media.shop.db.pool.query('update category set image_key = $2 where id = $1', [
      category.id,
      forCategory.key,
    ]);
    const { id: orderId } = await media.shop.factories.createOrder({
      lines: [{ variantId: product.variantIds[0]!, quantity: 1 }],
    });
    await media.shop.db.pool.query('update order_line set image_key = $2 where order_id = $1', [
      orderId,
      ordered,
    ]);
    for (const { id } of view.items.slice(0, 2)) {
      const { version } = await media.media().list({ productId: product.id });
      await media.media().remove({ productId: product.id, version, mediaId: id, idempotencyKey: key() });
    }
    await sweep();
    expect(await keptOf([forgotten, ordered, shown, forCategory.key, forNobody.key])).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    media.shop.advance(8 * dayMs);
    await sweep();
    expect(await keptOf([forgotten, ordered, shown, forCategory.key, forNobody.key])).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(await files(`renditions/${forgotten}`)).toEqual([]);
  });

  async function sweep() {
    await worker.queue('sweep-uploads', {});
    await worker.run();
    expect(worker.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  }

  async function keptOf(keys: (string | undefined)[]) {
    return Promise.all(
      keys.map(async (each) => (await media.shop.storage.stat(`sources/${each}.webp`)) !== null),
    );
  }
});

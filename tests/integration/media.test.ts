import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MediaShop, openMediaShop, type ProductMedia } from '../support/media.ts';
import { plainPicture } from '../support/pictures.ts';
import { key } from '../support/shop.ts';

let media: MediaShop;
let red: Buffer;
let blue: Buffer;
beforeAll(async () => {
  media = await openMediaShop({ maxConnections: 20 });
  [red, blue] = await Promise.all([
    plainPicture('jpeg', { background: '#cc2222' }),
    plainPicture('png', { background: '#2222cc', width: 30, height: 90 }),
  ]);
});
afterAll(() => media.close());

const altsOf = (view: ProductMedia) => view.items.map(({ image }) => image.alt);
const positions = async (productId: string) => {
  const { rows } = await media.shop.db.pool.query<{ position: number }>(
    'select position from product_media where product_id = $1 order by 1',
    [productId],
  );
  return rows.map(({ position }) => position);
};

async function pictureInCart(variantId: string) {
  const input = { token: null, variantId, quantity: 1, idempotencyKey: key() };
  const cart = await media.shop.as().orders.cart.addLine(input);
  return cart.lines[0]!.image?.src;
}

async function withPictures(...alts: string[]) {
  const product = await media.createProduct(3);
  let view = await media.media().list({ productId: product.id });
  for (const alt of alts) view = await media.attach({ id: product.id, version: view.version }, red, alt);
  return {
    ...product,
    view,
    edit: (now = view) => ({ productId: product.id, version: now.version, idempotencyKey: key() }),
  };
}

describe('attaching', () => {
  test('shows the picture where it was asked for, and says who did it', async () => {
    const { id, slug, view, edit } = await withPictures('first', 'second');
    const uploadId = await media.upload(blue, { contentType: 'image/png' });
    const attached = await media.media().attach({ ...edit(), uploadId, alt: ' between ', position: 1 });
    expect(altsOf(attached)).toEqual(['first', 'between', 'second']);
    expect(attached.version).toBe(view.version + 1);
    const { key: pictureKey, image } = attached.items[1]!;
    expect(image).toMatchObject({ src: `/media/${pictureKey}`, width: 30, height: 90 });
    expect(pictureKey).toMatch(/^pictures\/[0-9a-f]{32}$/u);
    expect(image.colour).toMatch(/^#[0-9a-f]{6}$/u);
    expect(await positions(id)).toEqual([0, 1, 2]);
    const { rows } = await media.shop.db.pool.query(
      `select action, staff_id, before, after from audit_entry where entity_id = $1 order by id desc limit 1`,
      [id],
    );
    expect(rows).toMatchObject([
      {
        action: 'products.media.attach',
        staff_id: media.owner.id,
        after: { key: pictureKey, alt: 'between', position: 1 },
      },
    ]);
    const shown = await media.shop.as().products.get({ slug });
    expect(shown.media.map(({ alt }) => alt)).toEqual(['first', 'between', 'second']);
    const file = await fetch(`${media.api.url}${image.src}/320.webp`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });

  test('with the same key is answered the same and done once, also by many at once', async () => {
    const { id, edit } = await withPictures();
    const input = { ...edit(), uploadId: await media.upload(red), alt: 'once' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => media.media().attach(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await media.media().attach(input)).toEqual(answers[0]);
    expect(await positions(id)).toEqual([0]);
    await expect(media.media().attach({ ...input, alt: 'another' })).rejects.toMatchObject({
      cause: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  test('two at once are both kept, the second after it has seen the first', async () => {
    const { id, edit } = await withPictures();
    const uploads = await Promise.all([media.upload(red), media.upload(blue)]);
    const inputs = uploads.map((uploadId) => ({ ...edit(), uploadId, alt: uploadId }));
    const results = await Promise.allSettled(inputs.map((input) => media.media().attach(input)));
    const lost = results.findIndex(({ status }) => status === 'rejected');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results[lost]).toMatchObject({ reason: { cause: { code: 'VERSION_CONFLICT' } } });
    const { version } = await media.media().list({ productId: id });
    const view = await media.media().attach({ ...inputs[lost]!, version, idempotencyKey: key() });
    expect(altsOf(view)).toEqual([uploads[1 - lost], uploads[lost]]);
  });

  test('one upload becomes one picture', async () => {
    const one = await withPictures();
    const other = await withPictures();
    const uploadId = await media.upload(red);
    const results = await Promise.allSettled(
      [one, other].map(({ edit }) => media.media().attach({ ...edit(), uploadId, alt: '' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { cause: { code: 'UPLOAD_NOT_FOUND' } },
    });
  });

  test('needs an upload of one’s own whose file has come', async () => {
    const { edit } = await withPictures();
    const colleague = { ...(await media.shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
    const uploadId = await media.upload(red);
    const notFound = { cause: { code: 'UPLOAD_NOT_FOUND' } };
    await expect(media.media(colleague).attach({ ...edit(), uploadId, alt: '' })).rejects.toMatchObject(
      notFound,
    );
    const file = { fileName: 'a.png', contentType: 'image/png', bytes: 10, idempotencyKey: key() };
    const opened = await media.media().createUpload(file);
    expect(await media.media().createUpload(file)).toEqual(opened);
    await expect(
      media.media().attach({ ...edit(), uploadId: opened.uploadId, alt: '' }),
    ).rejects.toMatchObject(notFound);
    await expect(
      media.media().attach({ ...edit(), productId: media.owner.id, uploadId, alt: '' }),
    ).rejects.toMatchObject({ cause: { code: 'PRODUCT_NOT_FOUND' } });
    expect(altsOf(await media.media().attach({ ...edit(), uploadId, alt: 'mine' }))).toEqual(['mine']);
  });

  test('ends at a hundred pictures', async () => {
    const { id, edit } = await withPictures();
    await media.shop.db.pool.query(
      `insert into product_media (product_id, key, alt, width, height, colour, position)
       select $1, 'products/many', '', 1, 1, '#ffffff', n from generate_series(0, 99) as n`,
      [id],
    );
    const uploadId = await media.upload(red);
    await expect(media.media().attach({ ...edit(), uploadId, alt: '' })).rejects.toMatchObject({
      cause: { code: 'MEDIA_REFUSED', details: { why: 'too_many_pictures' } },
    });
  });
});

describe('editing', () => {
  test('another file keeps the place, the text and the variants', async () => {
    const { view, variantIds, edit } = await withPictures('front', 'side', 'back');
    const side = view.items[1]!;
    const assigned = await media
      .media()
      .assignToVariants({ ...edit(), mediaId: side.id, variantIds: [...variantIds] });
    const uploadId = await media.upload(blue, { contentType: 'image/png' });
    const input = { ...edit(assigned), mediaId: side.id, uploadId };
    const replaced = await media.media().replace(input);
    expect(await media.media().replace(input)).toEqual(replaced);
    expect(replaced.items.map(({ id }) => id)).toEqual(view.items.map(({ id }) => id));
    expect(replaced.items[1]).toMatchObject({ variantIds, image: { alt: 'side', width: 30, height: 90 } });
    expect(replaced.items[1]!.key).not.toBe(side.key);
  });

  test('says what a picture shows', async () => {
    const { view, edit } = await withPictures('front');
    const changed = await media.media().setAlt({ ...edit(), mediaId: view.items[0]!.id, alt: 'A blue mug' });
    expect(altsOf(changed)).toEqual(['A blue mug']);
    expect(changed.version).toBe(view.version + 1);
  });

  test('puts pictures in an order, all of them', async () => {
    const { id, view, edit } = await withPictures('one', 'two', 'three');
    const ids = view.items.map((item) => item.id);
    const mediaIds = [ids[2]!, ids[0]!, ids[1]!];
    const input = { ...edit(), mediaIds };
    const ordered = await media.media().reorder(input);
    expect(altsOf(ordered)).toEqual(['three', 'one', 'two']);
    expect(await media.media().reorder(input)).toEqual(ordered);
    expect(await positions(id)).toEqual([0, 1, 2]);
    const invalid = { cause: { code: 'INPUT_INVALID' } };
    await expect(media.media().reorder({ ...edit(ordered), mediaIds: ids.slice(1) })).rejects.toMatchObject(
      invalid,
    );
    const twice = [ids[0]!, ids[0]!, ids[1]!];
    await expect(media.media().reorder({ ...edit(ordered), mediaIds: twice })).rejects.toMatchObject(invalid);
    const strange = [...ids.slice(1), media.owner.id];
    await expect(media.media().reorder({ ...edit(ordered), mediaIds: strange })).rejects.toMatchObject({
      cause: { code: 'MEDIA_NOT_FOUND' },
    });
  });

  test('of many orders at once one is kept, whole', async () => {
    const { id, view, edit } = await withPictures('a', 'b', 'c', 'd');
    const ids = view.items.map((item) => item.id);
    const orders = Array.from({ length: 8 }, (_, turn) => [
      ...ids.slice(turn % 4),
      ...ids.slice(0, turn % 4),
    ]);
    const results = await Promise.allSettled(
      orders.map((mediaIds) => media.media().reorder({ ...edit(), mediaIds })),
    );
    const won = results.findIndex(({ status }) => status === 'fulfilled');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const after = await media.media().list({ productId: id });
    expect(after.items.map((item) => item.id)).toEqual(orders[won]);
    expect(after.version).toBe(view.version + 1);
  });

  test('taking a picture away closes the gap and empties the variants that showed it', async () => {
    const { id, view, variantIds, edit } = await withPictures('one', 'two', 'three');
    const [, two] = view.items;
    const assigned = await media
      .media()
      .assignToVariants({ ...edit(), mediaId: two!.id, variantIds: [variantIds[1]!] });
    const input = { ...edit(assigned), mediaId: two!.id };
    const removed = await media.media().remove(input);
    expect(await media.media().remove(input)).toEqual(removed);
    expect(altsOf(removed)).toEqual(['one', 'three']);
    expect(await positions(id)).toEqual([0, 1]);
    const { rows } = await media.shop.db.pool.query(
      'select media_id from product_variant where product_id = $1',
      [id],
    );
    expect(rows).toEqual([{ media_id: null }, { media_id: null }, { media_id: null }]);
    await expect(media.media().remove({ ...edit(removed), mediaId: two!.id })).rejects.toMatchObject({
      cause: { code: 'MEDIA_NOT_FOUND' },
    });
  });

  test('a picture is shown by the variants that are chosen, and by no others', async () => {
    const { view, variantIds, edit } = await withPictures('one', 'two');
    const [one, two] = view.items;
    const first = await media
      .media()
      .assignToVariants({ ...edit(), mediaId: one!.id, variantIds: [...variantIds] });
    const input = { ...edit(first), mediaId: two!.id, variantIds: [variantIds[2]!] };
    const second = await media.media().assignToVariants(input);
    expect(second.items.map((item) => item.variantIds)).toEqual([variantIds.slice(0, 2), [variantIds[2]]]);
    const third = await media
      .media()
      .assignToVariants({ ...edit(second), mediaId: one!.id, variantIds: [variantIds[0]!] });
    expect(third.items.map((item) => item.variantIds)).toEqual([[variantIds[0]], [variantIds[2]]]);
    const stranger = await media.createProduct();
    await expect(
      media
        .media()
        .assignToVariants({ ...edit(third), mediaId: one!.id, variantIds: [stranger.variantIds[0]!] }),
    ).rejects.toMatchObject({ cause: { code: 'VARIANT_NOT_FOUND' } });
    const lines = await Promise.all(variantIds.map((variantId) => pictureInCart(variantId)));
    expect(lines).toEqual([one!.image.src, one!.image.src, two!.image.src]);
    const choices = await media.media().variants({ productId: view.productId });
    expect(choices.map(({ id }) => id)).toEqual(variantIds);
  });

  test('the public page says which picture is whose, also after others have moved', async () => {
    const { slug, view, variantIds, edit } = await withPictures('one', 'two', 'three');
    const [one, two, three] = view.items.map(({ id }) => id);
    const shown = async () => {
      const { variants } = await media.shop.as().products.get({ slug });
      return variants.map(({ mediaIndex }) => mediaIndex);
    };
    expect(await shown()).toEqual([null, null, null]);
    const assign = (now: ProductMedia, mediaId: string, variantId: string) =>
      media.media().assignToVariants({ ...edit(now), mediaId, variantIds: [variantId] });
    const first = await assign(view, three!, variantIds[0]!);
    const second = await assign(first, one!, variantIds[2]!);
    expect(await shown()).toEqual([2, null, 0]);
    const moved = await media.media().reorder({ ...edit(second), mediaIds: [three!, two!, one!] });
    expect(await shown()).toEqual([0, null, 2]);
    await media.media().remove({ ...edit(moved), mediaId: three! });
    expect(await shown()).toEqual([null, null, 1]);
  });

  test('what is not the product’s is not found, and an old version is refused with both', async () => {
    const { view, variantIds, edit } = await withPictures('mine');
    const other = await withPictures('theirs');
    const mediaId = other.view.items[0]!.id;
    const uploadId = await media.upload(red);
    const calls = (now: { productId: string; version: number }, id: string) => [
      () => media.media().setAlt({ ...now, mediaId: id, alt: '', idempotencyKey: key() }),
      () => media.media().remove({ ...now, mediaId: id, idempotencyKey: key() }),
      () =>
        media
          .media()
          .assignToVariants({ ...now, mediaId: id, variantIds: [...variantIds], idempotencyKey: key() }),
      () => media.media().replace({ ...now, mediaId: id, uploadId, idempotencyKey: key() }),
    ];
    for (const call of calls(edit(), mediaId)) {
      await expect(call()).rejects.toMatchObject({ cause: { code: 'MEDIA_NOT_FOUND' } });
    }
    const old = { ...edit(), version: view.version - 1 };
    for (const call of calls(old, view.items[0]!.id)) {
      await expect(call()).rejects.toMatchObject({
        cause: { code: 'VERSION_CONFLICT', details: { yours: view.version - 1, current: view.version } },
      });
    }
    expect(altsOf(await media.media().list({ productId: other.id }))).toEqual(['theirs']);
  });
});

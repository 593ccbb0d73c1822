import { maxVariants } from '@turing/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
});
afterAll(() => shop.close());

const staff = () => shop.as({ staff: owner }).products.staff;

type Edited = { id: string; version: number };

async function draft(name = `Draft ${key()}`) {
  const { id } = await shop.factories.createCategory();
  return staff().create({ name, primaryCategoryId: id, idempotencyKey: key() });
}

function option(name: string, ...values: string[]) {
  return { name, values: values.map((value) => ({ value })) };
}

/** An edit of the product as it is now. */
async function now({ id }: { id: string }) {
  const { version } = await staff().get({ id });
  return { id, version, idempotencyKey: key() };
}

function generate(product: Edited, input: { skuPattern?: string; amountMinor?: number } = {}) {
  const { amountMinor = 2500, ...rest } = input;
  const prices = [{ currency: 'USD' as const, amountMinor }];
  return staff().variants.generate({
    id: product.id,
    version: product.version,
    idempotencyKey: key(),
    prices,
    ...rest,
  });
}

/** A draft of colours and sizes with all its variants. */
async function withVariants(colours: string[], sizes: string[]) {
  const product = await draft();
  await staff().variants.setOptions({
    ...(await now(product)),
    options: [option('Colour', ...colours), option('Size', ...sizes)],
  });
  const { version } = await generate(await now(product));
  return { ...(await staff().get({ id: product.id })), version };
}

async function variantsOf(product: { id: string }) {
  return (await staff().variants.list({ productId: product.id })).items;
}

describe('generating', () => {
  test('makes what is missing, once, in order, at the price', async () => {
    const product = await draft('Trail Cap');
    const { version } = await staff().variants.setOptions({
      ...(await now(product)),
      options: [option('Colour', 'Moss', 'Sand'), option('Size', 'S', 'M')],
    });
    const input = {
      id: product.id,
      version,
      idempotencyKey: key(),
      prices: [
        { currency: 'USD' as const, amountMinor: 2500, compareAtMinor: 3000 },
        { currency: 'EUR' as const, amountMinor: 2400 },
      ],
      weightGrams: 90,
    };
    const made = await staff().variants.generate(input);
    expect(made).toEqual({ id: product.id, version: 3, created: 4 });
    expect(await staff().variants.generate(input)).toEqual(made);
    const items = await variantsOf(product);
    expect(items.map(({ name, sku, position }) => ({ name, sku, position }))).toEqual([
      { name: 'Moss / S', sku: 'TRAIL-CAP-MOSS-S', position: 0 },
      { name: 'Moss / M', sku: 'TRAIL-CAP-MOSS-M', position: 1 },
      { name: 'Sand / S', sku: 'TRAIL-CAP-SAND-S', position: 2 },
      { name: 'Sand / M', sku: 'TRAIL-CAP-SAND-M', position: 3 },
    ]);
    expect(items[0]).toMatchObject({
      weightGrams: 90,
      active: true,
      onHand: 0,
      allocated: 0,
      prices: [
        { currency: 'EUR', amountMinor: 2400, compareAtMinor: null },
        { currency: 'USD', amountMinor: 2500, compareAtMinor: 3000 },
      ],
    });
    const { options } = await staff().get({ id: product.id });
    expect(items[1]?.optionValueIds).toEqual([options[0]?.values[0]?.id, options[1]?.values[1]?.id]);
    expect((await generate(await now(product))).created).toBe(0);
  });

  test('makes the one variant of a product without options, and SKUs that nothing else has', async () => {
    const [one, two] = [await draft(), await draft()];
    for (const product of [one, two]) {
      expect((await generate(product, { skuPattern: 'SAME' })).created).toBe(1);
    }
    const [first, second] = [await variantsOf(one), await variantsOf(two)];
    expect(first).toMatchObject([{ name: 'Standard', sku: 'SAME', optionValueIds: [] }]);
    expect(second).toMatchObject([{ sku: 'SAME-2' }]);
    await expect(generate(await now(one), { skuPattern: '{fabric}' })).resolves.toMatchObject({ created: 0 });
    await expect(generate(await draft(), { skuPattern: '{fabric}' })).rejects.toMatchObject({
      cause: { code: 'INPUT_INVALID', details: { token: 'fabric' } },
    });
  });

  test('by three people at once happens once', async () => {
    const product = await draft();
    const results = await Promise.allSettled([generate(product), generate(product), generate(product)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await variantsOf(product)).toHaveLength(1);
  });

  test('of more than a thousand is refused', async () => {
    const product = await draft();
    const letters = Array.from({ length: 40 }, (_none, index) => `v${index}`);
    await staff().variants.setOptions({
      ...(await now(product)),
      options: [option('A', ...letters), option('B', ...letters)],
    });
    await expect(generate(await now(product))).rejects.toMatchObject({
      cause: { code: 'VARIANT_LIMIT_EXCEEDED', details: { count: 1600, limit: maxVariants } },
    });
  });
});

describe('options', () => {
  test('are renamed, exchanged, reordered and coloured, and variants are called after them', async () => {
    const product = await withVariants(['Moss', 'Sand'], ['S', 'M']);
    const [colour, size] = product.options;
    const [moss, sand] = colour!.values;
    await staff().variants.setOptions({
      ...(await now(product)),
      options: [
        { ...size!, name: 'Colour' },
        {
          ...colour!,
          name: 'Size',
          values: [
            { ...sand!, value: 'Moss', swatch: '#336633' },
            { ...moss!, value: 'Sand' },
          ],
        },
      ],
    });
    expect((await staff().get({ id: product.id })).options).toMatchObject([
      { name: 'Colour', values: [{ value: 'S' }, { value: 'M' }] },
      { name: 'Size', values: [{ value: 'Moss', swatch: '#336633' }, { value: 'Sand' }] },
    ]);
    expect((await variantsOf(product)).map(({ name }) => name)).toEqual([
      'S / Sand',
      'M / Sand',
      'S / Moss',
      'M / Moss',
    ]);
  });

  test('that are new are given to the variants there are', async () => {
    const product = await draft();
    await generate(product);
    await staff().variants.setOptions({ ...(await now(product)), options: [option('Size', 'S', 'M')] });
    expect((await generate(await now(product))).created).toBe(1);
    expect((await variantsOf(product)).map(({ name }) => name)).toEqual(['S', 'M']);
  });

  test('that go take their variants along, unless one was sold or stocked', async () => {
    const product = await withVariants(['Moss', 'Sand'], ['S', 'M']);
    const [colour, size] = product.options;
    const withoutSand = [{ ...colour!, values: [colour!.values[0]!] }, size!];
    const [, , sandS] = await variantsOf(product);
    await shop.factories.createStock(sandS!.id, { onHand: 1 });
    await expect(
      staff().variants.setOptions({ ...(await now(product)), options: withoutSand }),
    ).rejects.toMatchObject({ cause: { code: 'VARIANT_IN_USE', details: { skus: [sandS!.sku] } } });
    const withoutM = [colour!, { ...size!, values: [size!.values[0]!] }];
    const edit = { ...(await now(product)), options: withoutM };
    const set = await staff().variants.setOptions(edit);
    expect(set.removed).toBe(2);
    expect(await staff().variants.setOptions(edit)).toEqual(set);
    // Of one size: the option can go and the variants stay.
    const alone = await staff().variants.setOptions({ ...(await now(product)), options: [colour!] });
    expect(alone.removed).toBe(0);
    expect((await variantsOf(product)).map(({ name }) => name)).toEqual(['Moss', 'Sand']);
    const others = (await withVariants(['A'], ['B'])).options;
    await expect(staff().variants.setOptions({ ...(await now(product)), options: others })).rejects.toThrow(
      'INPUT_INVALID',
    );
  });
});

describe('editing many', () => {
  test('changes what is named, and codes and places may be exchanged', async () => {
    const product = await withVariants(['Moss', 'Sand'], ['S']);
    const [one, two] = await variantsOf(product);
    const input = {
      ...(await now(product)),
      variants: [
        {
          id: one!.id,
          sku: two!.sku,
          barcode: '400',
          position: 1,
          weightGrams: 120,
          lowStockThreshold: null,
        },
        {
          id: two!.id,
          sku: one!.sku,
          position: 0,
          active: false,
          prices: [
            { currency: 'USD' as const, amountMinor: 1000, compareAtMinor: 1200 },
            { currency: 'GBP' as const, amountMinor: 900 },
          ],
        },
      ],
    };
    const written = await staff().variants.bulkUpdate(input);
    expect(await staff().variants.bulkUpdate(input)).toEqual(written);
    const [first, second] = await variantsOf(product);
    expect(first).toMatchObject({ id: two!.id, sku: one!.sku, active: false, prices: { length: 2 } });
    expect(second).toMatchObject({
      id: one!.id,
      sku: two!.sku,
      barcode: '400',
      weightGrams: 120,
      lowStockThreshold: null,
    });
    await staff().variants.bulkUpdate({
      ...(await now(product)),
      variants: [
        { id: two!.id, barcode: '400', prices: [{ currency: 'GBP', amountMinor: null }] },
        { id: one!.id, barcode: null },
      ],
    });
    expect((await variantsOf(product))[0]).toMatchObject({ barcode: '400', prices: [{ currency: 'USD' }] });
    const { rows } = await shop.db.pool.query(
      `select before, after from audit_entry where entity_id = $1 and action = 'products.variants.bulkUpdate' order by created_at, id`,
      [product.id],
    );
    expect(rows[0]).toMatchObject({
      before: { variants: { [one!.id]: { sku: one!.sku, weightGrams: 0 } } },
      after: { variants: { [one!.id]: { sku: two!.sku, weightGrams: 120 } } },
    });
  });

  test('names the codes that are taken and who wanted them, and changes nothing', async () => {
    const other = await shop.factories.createProduct({ variants: [{ barcode: `b-${key()}` }] });
    const product = await withVariants(['Moss', 'Sand'], ['S']);
    const [one, two] = await variantsOf(product);
    const edit = async (variants: { id: string; sku?: string; barcode?: string; position?: number }[]) =>
      staff().variants.bulkUpdate({ ...(await now(product)), variants });
    await expect(edit([{ id: one!.id, sku: other.variant.sku }])).rejects.toMatchObject({
      cause: { code: 'SKU_TAKEN', details: { values: [other.variant.sku], variantIds: [one!.id] } },
    });
    await expect(
      edit([
        { id: one!.id, sku: 'TWICE' },
        { id: two!.id, sku: 'TWICE' },
      ]),
    ).rejects.toMatchObject({ cause: { code: 'SKU_TAKEN', details: { variantIds: [one!.id, two!.id] } } });
    await expect(edit([{ id: one!.id, sku: two!.sku }])).rejects.toThrow('SKU_TAKEN');
    const { rows } = await shop.db.pool.query<{ barcode: string }>(
      'select barcode from product_variant where id = $1',
      [other.variant.id],
    );
    await expect(edit([{ id: two!.id, barcode: rows[0]!.barcode }])).rejects.toMatchObject({
      cause: { code: 'BARCODE_TAKEN', details: { variantIds: [two!.id] } },
    });
    await expect(edit([{ id: one!.id, position: 1 }])).rejects.toThrow('INPUT_INVALID');
    await expect(edit([{ id: other.variant.id, sku: 'X' }])).rejects.toMatchObject({
      cause: { code: 'VARIANT_NOT_FOUND', details: { ids: [other.variant.id] } },
    });
    const media = await shop.db.pool.query<{ id: string }>(
      'select id from product_media where product_id = $1',
      [other.id],
    );
    await expect(
      staff().variants.bulkUpdate({
        ...(await now(product)),
        variants: [{ id: one!.id, mediaId: media.rows[0]!.id }],
      }),
    ).rejects.toThrow('MEDIA_NOT_FOUND');
    expect((await variantsOf(product)).map(({ sku }) => sku)).toEqual([one!.sku, two!.sku]);
  });

  test('two who want one SKU at once: one has it, the other is told', async () => {
    const products = await Promise.all([withVariants(['A'], ['S']), withVariants(['A'], ['S'])]);
    const sku = `RACE-${key()}`;
    const results = await Promise.allSettled(
      products.map(async (product) => {
        const [variant] = await variantsOf(product);
        return staff().variants.bulkUpdate({ ...(await now(product)), variants: [{ id: variant!.id, sku }] });
      }),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(String(results.find((result) => result.status === 'rejected')?.reason)).toContain('SKU_TAKEN');
  });

  test('of an old version is refused', async () => {
    const product = await withVariants(['A'], ['S']);
    const [variant] = await variantsOf(product);
    const stale = { ...(await now(product)), version: 1, variants: [{ id: variant!.id, weightGrams: 5 }] };
    await expect(staff().variants.bulkUpdate(stale)).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { yours: 1, current: 3 } },
    });
  });
});

describe('removing', () => {
  test('is for variants that were never sold nor stocked', async () => {
    const product = await withVariants(['Moss', 'Sand'], ['S', 'M']);
    const [one, two, three] = await variantsOf(product);
    await shop.factories.createStock(one!.id, { onHand: 2 });
    await shop.factories.createStock(three!.id, { onHand: 0 });
    await expect(
      staff().variants.remove({ ...(await now(product)), variantIds: [one!.id, two!.id] }),
    ).rejects.toMatchObject({ cause: { code: 'VARIANT_IN_USE', details: { ids: [one!.id] } } });
    const edit = { ...(await now(product)), variantIds: [two!.id, three!.id] };
    const written = await staff().variants.remove(edit);
    expect(await staff().variants.remove(edit)).toEqual(written);
    expect(await variantsOf(product)).toHaveLength(2);
    await expect(
      staff().variants.remove({ ...(await now(product)), variantIds: [two!.id] }),
    ).rejects.toMatchObject({ cause: { code: 'VARIANT_NOT_FOUND', details: { ids: [two!.id] } } });
  });
});

test('SKUs from a sheet are the variants they name, with what lies at a location', async () => {
  const product = await shop.factories.createProduct({
    location: 'counted',
    variants: [
      { sku: 'COUNT-A', stock: 7 },
      { sku: 'COUNT-B', stock: 0 },
    ],
  });
  const places = await staff().stock.locations.list();
  const idOf = (code: string) => places.find((place) => place.code === code)?.id ?? '';
  const skus = ['count-a', 'COUNT-B', 'COUNT-NONE'];
  const found = await staff().variants.matchSkus({ skus, locationId: idOf('counted') });
  expect(found).toMatchObject([
    { sku: 'COUNT-A', productName: product.name, onHand: 7, allocated: 0 },
    { sku: 'COUNT-B', onHand: 0 },
  ]);
  await shop.factories.createProduct({ location: 'elsewhere' });
  const other = (await staff().stock.locations.list()).find(({ code }) => code === 'elsewhere');
  expect(await staff().variants.matchSkus({ skus, locationId: other?.id ?? '' })).toMatchObject([
    { sku: 'COUNT-A', onHand: 0 },
    { sku: 'COUNT-B', onHand: 0 },
  ]);
});

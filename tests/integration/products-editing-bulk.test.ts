import { maxVariants } from '@turing/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
});
afterAll(() => shop.close());

const staff = () => shop.as({ staff: owner }).products.staff;

/** A draft whose options allow as many variants as `values` times itself, `options` times. */
async function draft(values: readonly string[], options: readonly string[]) {
  const category = await shop.factories.createCategory();
  const product = await staff().create({
    name: `Draft ${key()}`,
    primaryCategoryId: category.id,
    idempotencyKey: key(),
  });
  await staff().variants.setOptions({
    ...(await now(product)),
    options: options.map((name) => ({ name, values: values.map((value) => ({ value })) })),
  });
  return product;
}

/** An edit of the product as it is now. */
async function now({ id }: { id: string }) {
  const { version } = await staff().get({ id });
  return { id, version, idempotencyKey: key() };
}

function generate(edit: Awaited<ReturnType<typeof now>>) {
  return staff().variants.generate({ ...edit, prices: [{ currency: 'USD', amountMinor: 2500 }] });
}

async function variantsOf(product: { id: string }) {
  return (await staff().variants.list({ productId: product.id })).items;
}

const sides = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];

test('a thousand variants are generated, edited, exchanged, and listed in one page or many', async () => {
  const product = await draft(sides, ['X', 'Y', 'Z']);
  await generate(await now(product));
  const items = await variantsOf(product);
  expect(items).toHaveLength(maxVariants);
  await staff().variants.bulkUpdate({
    ...(await now(product)),
    variants: items.map(({ id, position }) => ({
      id,
      sku: `BULK-${position}`,
      barcode: `${4_000_000_000_000 + position}`,
      weightGrams: 100 + position,
      prices: [
        { currency: 'USD', amountMinor: 1000 + position, compareAtMinor: 5000 },
        { currency: 'EUR', amountMinor: 900 + position },
      ],
    })),
  });
  await staff().variants.bulkUpdate({
    ...(await now(product)),
    variants: items.map(({ id, position }) => ({
      id,
      position: 999 - position,
      sku: `BULK-${999 - position}`,
    })),
  });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await staff().variants.list({
      productId: product.id,
      limit: 300,
      ...(cursor === undefined ? {} : { cursor }),
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(items.map(({ id }) => id).toReversed());
  const { rows } = await shop.db.pool.query(
    'select currency, min_minor, max_minor from product_price_range where product_id = $1 order by 1',
    [product.id],
  );
  expect(rows).toEqual([
    { currency: 'EUR', min_minor: 900, max_minor: 1899 },
    { currency: 'USD', min_minor: 1000, max_minor: 1999 },
  ]);
  expect((await generate(await now(product))).created).toBe(0);
});

test('many variants cost as many statements as one', async () => {
  const counts: number[] = [];
  for (const values of [['A'], sides]) {
    const product = await draft(values, ['X', 'Y']);
    const edit = await now(product);
    counts.push(await counted(() => generate(edit)));
    const items = await variantsOf(product);
    const change = await now(product);
    counts.push(
      await counted(() =>
        staff().variants.bulkUpdate({
          ...change,
          variants: items.map(({ id }) => ({
            id,
            weightGrams: 7,
            prices: [{ currency: 'USD', amountMinor: 1 }],
          })),
        }),
      ),
      await counted(() => staff().variants.list({ productId: product.id })),
      await counted(() => staff().get({ id: product.id })),
    );
  }
  expect(counts.slice(4)).toEqual(counts.slice(0, 4));
  expect(counts.slice(2, 4)).toEqual([1, 1]);
});

/** How many statements a piece of work sends. */
async function counted(work: () => Promise<unknown>): Promise<number> {
  const client = await shop.db.pool.connect();
  const prototype = Object.getPrototypeOf(client) as { query: (...input: unknown[]) => unknown };
  client.release();
  const query = prototype.query;
  let count = 0;
  prototype.query = function countQuery(this: unknown, ...input: unknown[]) {
    count += 1;
    return query.apply(this, input);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return count;
}

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

async function draft(changes: Partial<Parameters<ReturnType<typeof staff>['create']>[0]> = {}) {
  const category = await shop.factories.createCategory();
  return staff().create({
    name: `Draft ${key()}`,
    primaryCategoryId: category.id,
    idempotencyKey: key(),
    ...changes,
  });
}

async function auditOf(entityId: string) {
  const { rows } = await shop.db.pool.query<{ action: string; before: unknown; after: unknown }>(
    'select action, before, after from audit_entry where entity_id = $1 order by created_at, id',
    [entityId],
  );
  return rows;
}

describe('reading', () => {
  test('the editor gets the whole product in one answer', async () => {
    const product = await shop.factories.createProduct({ variants: [{ options: { Size: 'M' } }] });
    expect(await staff().get({ id: product.id })).toMatchObject({
      id: product.id,
      version: 1,
      options: [{ name: 'Size', values: [{ value: 'M' }] }],
      variantCount: 1,
      sellableCount: 1,
      url: `http://localhost:3000/p/${product.slug}`,
    });
    const choices = await staff().choices();
    expect(choices.categories.map(({ id }) => id)).toContain(product.categoryId);
    await expect(staff().get({ id: owner.id })).rejects.toThrow('PRODUCT_NOT_FOUND');
  });
});

describe('creating', () => {
  test('makes a draft once, at an address made of its name', async () => {
    const category = await shop.factories.createCategory();
    const input = {
      name: 'Field Jacket',
      primaryCategoryId: category.id,
      tags: ['new'],
      idempotencyKey: key(),
    };
    const created = await staff().create(input);
    expect(created).toMatchObject({ slug: 'field-jacket', status: 'draft', version: 1, tags: ['new'] });
    expect(await staff().create(input)).toEqual(created);
    expect(await auditOf(created.id)).toMatchObject([
      { action: 'products.create', before: null, after: { name: 'Field Jacket', slug: 'field-jacket' } },
    ]);
    await expect(staff().create({ ...input, name: 'Other' })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
    await expect(shop.as().products.get({ slug: 'field-jacket' })).rejects.toThrow('PRODUCT_NOT_FOUND');
  });

  test('twenty at once of one name get twenty addresses', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => draft({ name: 'Popular Mug' })));
    const slugs = made.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(20);
    expect(slugs).toContain('popular-mug');
    expect(slugs.every((slug) => /^popular-mug(-\d+)?$/u.test(slug))).toBe(true);
    expect((await draft({ name: '東京' })).slug).toBe('product');
  });

  test('refuses a given address that is taken, and what is not there', async () => {
    const { slug } = await draft();
    await expect(draft({ slug })).rejects.toMatchObject({
      cause: { code: 'SLUG_TAKEN', details: { value: slug } },
    });
    await expect(draft({ primaryCategoryId: owner.id })).rejects.toThrow('CATEGORY_NOT_FOUND');
    await expect(draft({ categoryIds: [owner.id] })).rejects.toThrow('CATEGORY_NOT_FOUND');
    await expect(draft({ attributeValueIds: [owner.id] })).rejects.toThrow('ATTRIBUTE_NOT_FOUND');
    await expect(draft({ slug: 'Not A Slug' })).rejects.toThrow('Invalid');
  });
});

describe('changing', () => {
  test('writes what is named, once, and says what it was', async () => {
    const product = await draft({ summary: 'Warm' });
    const [first, second] = [await shop.factories.createCategory(), await shop.factories.createCategory()];
    const input = {
      id: product.id,
      version: 1,
      idempotencyKey: key(),
      changes: {
        name: 'Renamed',
        brand: 'Fernhollow',
        tags: ['a', 'b'],
        primaryCategoryId: first.id,
        categoryIds: [second.id],
        seoTitle: 'Renamed, the best',
      },
    };
    const changed = await staff().update(input);
    expect(changed).toMatchObject({
      name: 'Renamed',
      summary: 'Warm',
      version: 2,
      primaryCategoryId: first.id,
      categoryIds: [second.id],
      slug: product.slug,
    });
    expect(await staff().update(input)).toEqual(changed);
    const [, audit] = await auditOf(product.id);
    expect(audit).toMatchObject({
      action: 'products.update',
      before: { name: product.name, brand: '', version: 1 },
      after: { name: 'Renamed', brand: 'Fernhollow', version: 2 },
    });
    expect(audit?.before).not.toHaveProperty('summary');
  });

  test('of an old version is refused with both versions, and one of two at once wins', async () => {
    const { id } = await draft();
    const edit = (name: string) =>
      staff().update({ id, version: 1, idempotencyKey: key(), changes: { name } });
    const results = await Promise.allSettled([edit('One'), edit('Two'), edit('Three')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(edit('Late')).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { yours: 1, current: 2 } },
    });
  });

  test('keeps attributes of every kind, and refuses what they do not take', async () => {
    const { id } = await draft();
    const { rows } = await shop.db.pool.query<{ id: string; value: string | null }>(`
      with made as (
        insert into attribute (code, name, kind, position) values
          ('material', 'Material', 'choice', 1), ('height', 'Height', 'number', 2), ('care', 'Care', 'text', 3), ('dry', 'Dry', 'boolean', 4)
        returning id, code
      ), vals as (
        insert into attribute_value (attribute_id, code, label, position)
        select id, v, v, 0 from made cross join unnest(array['yes', 'no']) v where code in ('material', 'dry')
        returning id, attribute_id
      )
      select made.id, vals.id as value from made left join vals on vals.attribute_id = made.id order by code`);
    const [care, dryYes, dryNo, height, material] = rows;
    const edit = (changes: Parameters<ReturnType<typeof staff>['update']>[0]['changes'], version = 1) =>
      staff().update({ id, version, idempotencyKey: key(), changes });
    const properties = [
      { attributeId: height!.id, number: 12.5 },
      { attributeId: care!.id, text: 'Cold wash' },
    ];
    const view = await edit({ attributeValueIds: [material!.value!, dryYes!.value!], properties });
    expect(new Set(view.attributeValueIds)).toEqual(new Set([material!.value, dryYes!.value]));
    expect(view.properties).toEqual([
      { attributeId: height!.id, number: 12.5, text: null },
      { attributeId: care!.id, number: null, text: 'Cold wash' },
    ]);
    await expect(edit({ attributeValueIds: [dryYes!.value!, dryNo!.value!] }, 2)).rejects.toThrow(
      'INPUT_INVALID',
    );
    await expect(edit({ properties: [{ attributeId: height!.id, text: 'tall' }] }, 2)).rejects.toThrow(
      'INPUT_INVALID',
    );
    await expect(edit({ properties: [{ attributeId: owner.id, number: 1 }] }, 2)).rejects.toThrow(
      'ATTRIBUTE_NOT_FOUND',
    );
    expect((await edit({ properties: [] }, 2)).properties).toEqual([]);
  });

  test('of the address: the old one says where the product is now, unless it is hidden or taken anew', async () => {
    const product = await shop.factories.createProduct();
    const rename = async (slug: string) => {
      const { version } = await staff().get({ id: product.id });
      return staff().update({ id: product.id, version, idempotencyKey: key(), changes: { slug } });
    };
    const taken = await shop.factories.createProduct();
    await expect(rename(taken.slug)).rejects.toMatchObject({
      cause: { code: 'SLUG_TAKEN', details: { value: taken.slug } },
    });
    await rename(`${product.slug}-new`);
    const renamed = await rename(`${product.slug}-newest`);
    expect(renamed.formerSlugs).toEqual([`${product.slug}-new`, product.slug]);
    for (const slug of renamed.formerSlugs) {
      await expect(shop.as().products.get({ slug })).rejects.toMatchObject({
        cause: { code: 'PRODUCT_MOVED', details: { slug: `${product.slug}-newest` } },
      });
    }
    const back = await rename(product.slug);
    expect((await shop.as().products.get({ slug: product.slug })).id).toBe(product.id);
    await staff().update({
      id: product.id,
      version: back.version,
      idempotencyKey: key(),
      changes: { status: 'archived' },
    });
    await expect(shop.as().products.get({ slug: `${product.slug}-new` })).rejects.toThrow(
      'PRODUCT_NOT_FOUND',
    );
  });
});

describe('publishing', () => {
  async function ready() {
    const product = await draft();
    const { version } = await staff().variants.generate({
      id: product.id,
      version: 1,
      prices: [{ currency: 'USD', amountMinor: 1500 }],
      idempotencyKey: key(),
    });
    return { ...product, version };
  }

  function change(product: { id: string; version: number }, changes: object) {
    const { id, version } = product;
    return staff().update({ id, version, idempotencyKey: key(), changes });
  }

  test('needs a variant on sale with a price', async () => {
    const product = await draft();
    await expect(change(product, { status: 'active' })).rejects.toThrow('PRODUCT_NOT_PUBLISHABLE');
    const unpriced = await staff().variants.generate({ id: product.id, version: 1, idempotencyKey: key() });
    await expect(change(unpriced, { status: 'active' })).rejects.toThrow('PRODUCT_NOT_PUBLISHABLE');
    const { items } = await staff().variants.list({ productId: product.id });
    const priced = await staff().variants.bulkUpdate({
      id: product.id,
      version: unpriced.version,
      idempotencyKey: key(),
      variants: [{ id: items[0]!.id, prices: [{ currency: 'USD', amountMinor: 900 }] }],
    });
    const active = await change(priced, { status: 'active' });
    expect(active.publishedAt).toBeInstanceOf(Date);
    expect(await shop.as().products.get({ slug: active.slug })).toMatchObject({ minPriceMinor: 900 });
  });

  test('waits for its time and ends at its time', async () => {
    const product = await ready();
    const tomorrow = new Date(Date.now() + 86_400_000);
    const planned = await change(product, { status: 'active', publishedAt: tomorrow });
    expect(planned.publishedAt).toEqual(tomorrow);
    await expect(shop.as().products.get({ slug: planned.slug })).rejects.toThrow('PRODUCT_NOT_FOUND');
    await expect(change(planned, { unpublishAt: tomorrow })).rejects.toMatchObject({
      cause: { code: 'INPUT_INVALID', details: { field: 'unpublishAt' } },
    });
    const past = new Date(Date.now() - 60_000);
    const ended = await change(planned, {
      publishedAt: new Date(past.getTime() - 60_000),
      unpublishAt: past,
    });
    await expect(shop.as().products.get({ slug: ended.slug })).rejects.toThrow('PRODUCT_NOT_FOUND');
    const again = await change(await change(ended, { status: 'draft' }), { status: 'active' });
    expect(again.unpublishAt).toBeNull();
    expect((await shop.as().products.get({ slug: again.slug })).id).toBe(product.id);
  });
});

describe('many at once', () => {
  test('are changed all or none', async () => {
    const sellable = await Promise.all(
      [1, 2, 3].map(() => shop.factories.createProduct({ status: 'draft' })),
    );
    const empty = await draft();
    const products = sellable.map(({ id }) => ({ id, version: 1 }));
    const publish = { status: 'active' as const, addTags: ['summer'] };
    await expect(
      staff().bulkUpdate({ products: [...products, empty], changes: publish, idempotencyKey: key() }),
    ).rejects.toMatchObject({ cause: { code: 'PRODUCT_NOT_PUBLISHABLE', details: { ids: [empty.id] } } });
    expect((await staff().get({ id: sellable[0]!.id })).status).toBe('draft');
    const input = { products, changes: publish, idempotencyKey: key() };
    const done = await staff().bulkUpdate(input);
    expect(done.products.map(({ version }) => version)).toEqual([2, 2, 2]);
    expect(await staff().bulkUpdate(input)).toEqual(done);
    expect(await staff().get({ id: sellable[1]!.id })).toMatchObject({ status: 'active', tags: ['summer'] });
    for (const { id } of products) {
      expect(await auditOf(id)).toMatchObject([
        {
          action: 'products.bulkUpdate',
          before: { status: 'draft', tags: [] },
          after: { status: 'active', tags: ['summer'] },
        },
      ]);
    }
    await expect(
      staff().bulkUpdate({ products, changes: { removeTags: ['summer'] }, idempotencyKey: key() }),
    ).rejects.toMatchObject({ cause: { code: 'VERSION_CONFLICT', details: { conflicts: { length: 3 } } } });
    await expect(
      staff().bulkUpdate({
        products: [{ id: owner.id, version: 1 }],
        changes: { status: 'draft' },
        idempotencyKey: key(),
      }),
    ).rejects.toMatchObject({ cause: { code: 'PRODUCT_NOT_FOUND', details: { ids: [owner.id] } } });
    const category = await shop.factories.createCategory();
    await staff().bulkUpdate({
      products: done.products,
      changes: { primaryCategoryId: category.id, removeTags: ['summer'] },
      idempotencyKey: key(),
    });
    expect(await staff().get({ id: sellable[2]!.id })).toMatchObject({
      primaryCategoryId: category.id,
      categoryIds: [sellable[2]!.categoryId],
      tags: [],
    });
  });

  test('by two people at once do not wait for each other for ever', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => draft()));
    const products = made.map(({ id }) => ({ id, version: 1 }));
    const results = await Promise.allSettled(
      [products, products.toReversed(), products].map((chosen) =>
        staff().bulkUpdate({ products: chosen, changes: { addTags: [key()] }, idempotencyKey: key() }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('duplicating and deleting', () => {
  test('a duplicate is a draft with names of its own', async () => {
    const product = await shop.factories.createProduct({
      variants: [
        { options: { Size: 'S' }, barcode: key(), stock: 3 },
        { options: { Size: 'M' }, prices: { USD: 990 } },
      ],
    });
    const input = { id: product.id, version: 1, idempotencyKey: key() };
    const copy = await staff().duplicate(input);
    expect(copy).toMatchObject({
      name: `${product.name} (copy)`,
      slug: `${product.slug}-copy`,
      status: 'draft',
      variantCount: 2,
      options: [{ name: 'Size', values: [{ value: 'S' }, { value: 'M' }] }],
    });
    expect((await staff().duplicate(input)).id).toBe(copy.id);
    const { items } = await staff().variants.list({ productId: copy.id });
    expect(items.map(({ sku }) => sku)).toEqual(product.variants.map(({ sku }) => `${sku}-COPY`));
    expect(items[0]).toMatchObject({ barcode: null, onHand: 0, name: 'S' });
    expect(items[1]).toMatchObject({ prices: [{ currency: 'USD', amountMinor: 990 }] });
    const ownValues = copy.options[0]!.values.map(({ id }) => id);
    expect(items.map(({ optionValueIds }) => optionValueIds[0])).toEqual(ownValues);
    await expect(staff().duplicate({ ...input, version: 7, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
  });

  test('what was never sold nor stocked can be deleted, the rest can only be archived', async () => {
    const fresh = await shop.factories.createProduct({ variants: [{ stock: 0 }, { stock: 0 }] });
    const input = { id: fresh.id, version: 1, idempotencyKey: key() };
    expect(await staff().delete(input)).toEqual({ id: fresh.id });
    expect(await staff().delete(input)).toEqual({ id: fresh.id });
    await expect(staff().get({ id: fresh.id })).rejects.toThrow('PRODUCT_NOT_FOUND');
    expect(await auditOf(fresh.id)).toMatchObject([
      { action: 'products.delete', before: { slug: fresh.slug } },
    ]);
    const stocked = await shop.factories.createProduct();
    await expect(staff().delete({ id: stocked.id, version: 1, idempotencyKey: key() })).rejects.toMatchObject(
      { cause: { code: 'PRODUCT_IN_USE', details: { skus: [stocked.variant.sku] } } },
    );
  });

  test('a product that someone has in the cart stays', async () => {
    const product = await shop.factories.createProduct({ variants: [{ stock: 0 }] });
    const cart = await shop.factories.createCart({
      lines: [{ variantId: product.variant.id, quantity: 1 }],
    });
    expect(cart).toBeDefined();
    await expect(staff().delete({ id: product.id, version: 1, idempotencyKey: key() })).rejects.toThrow(
      'PRODUCT_IN_USE',
    );
  });
});

import { insertRow } from '@turing/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
beforeAll(async () => {
  shop = await openShop();
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
});
afterAll(() => shop.close());

const unknownId = '00000000-0000-7000-8000-000000000009';
const staff = () => shop.as({ staff: owner }).products.staff.attributes;

type Created = Parameters<ReturnType<typeof staff>['create']>[0];

function create(input: Omit<Created, 'idempotencyKey'>) {
  return staff().create({ ...input, idempotencyKey: key() });
}

function edit(attribute: { id: string; version: number }) {
  return { id: attribute.id, version: attribute.version, idempotencyKey: key() };
}

async function get(id: string) {
  const found = (await staff().list()).find((attribute) => attribute.id === id);
  if (found === undefined) throw new Error(`no attribute ${id}`);
  return found;
}

async function productWith(...valueIds: string[]) {
  const product = await shop.factories.createProduct();
  for (const id of valueIds) {
    await insertRow(shop.db.pool, 'product_attribute', { product_id: product.id, attribute_value_id: id });
  }
  return product;
}

async function actionsOn(id: string): Promise<string[]> {
  const { rows } = await shop.db.pool.query<{ action: string }>(
    'select action from audit_entry where entity_id = $1 order by created_at, id',
    [id],
  );
  return rows.map(({ action }) => action);
}

describe('a new attribute', () => {
  test('has a code from its name and the values of its kind', async () => {
    const finish = await create({ name: 'Surface finish', kind: 'choice', values: ['Matt', 'Gloss'] });
    expect(finish).toMatchObject({ code: 'surface-finish', kind: 'choice', version: 1, productCount: 0 });
    expect(finish.values.map(({ code, label }) => [code, label])).toEqual([
      ['matt', 'Matt'],
      ['gloss', 'Gloss'],
    ]);
    const vegan = await create({ name: 'Vegan', kind: 'boolean' });
    expect(vegan.values.map(({ code }) => code)).toEqual(['yes', 'no']);
    const height = await create({ name: 'Height', kind: 'number', unit: 'cm' });
    expect(height).toMatchObject({ unit: 'cm', values: [] });
    expect(await actionsOn(height.id)).toEqual(['attributes.create']);
  });

  test('is made once by a retry and refused a code that is taken', async () => {
    const input = { name: 'Grip', kind: 'text' as const, idempotencyKey: key() };
    const first = await staff().create(input);
    expect(await staff().create(input)).toEqual(first);
    await expect(create({ name: 'Grip', kind: 'text' })).rejects.toThrow('CODE_TAKEN');
    await expect(create({ name: 'Tones', kind: 'choice', values: ['Red', 'red'] })).rejects.toThrow(
      'CODE_TAKEN',
    );
    await expect(create({ name: '高さ', kind: 'text' })).rejects.toThrow('INPUT_INVALID');
    await expect(create({ name: 'Bad', kind: 'text', unit: 'cm' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(create({ name: 'Bad', kind: 'boolean', values: ['Perhaps'] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    const twins = await Promise.allSettled([1, 2, 3].map(() => create({ name: 'Twin', kind: 'text' })));
    expect(twins.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('an edit', () => {
  test('changes name, unit and whether it filters', async () => {
    const width = await create({ name: 'Widht', kind: 'number', unit: 'mm' });
    const input = { ...edit(width), changes: { name: 'Width', unit: 'cm', filterable: false } };
    const changed = await staff().update(input);
    expect(changed).toMatchObject({
      name: 'Width',
      code: 'widht',
      unit: 'cm',
      filterable: false,
      version: 2,
    });
    expect(await staff().update(input)).toEqual(changed);
    await expect(staff().update({ ...edit(width), changes: { name: 'W' } })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { yours: 1, current: 2 } },
    });
    await expect(
      staff().update({ ...edit({ id: unknownId, version: 1 }), changes: { name: 'W' } }),
    ).rejects.toThrow('ATTRIBUTE_NOT_FOUND');
    const text = await create({ name: 'Story', kind: 'text' });
    await expect(staff().update({ ...edit(text), changes: { unit: 'cm' } })).rejects.toThrow('INPUT_INVALID');
  });

  test('of the order is refused when somebody was faster', async () => {
    await create({ name: 'Second last', kind: 'text' });
    await create({ name: 'Very last', kind: 'text' });
    const before = (await staff().list()).map(({ id }) => id);
    const after = before.toReversed();
    expect(await staff().reorder({ before, after, idempotencyKey: key() })).toEqual(after);
    expect((await staff().list()).map(({ id }) => id)).toEqual(after);
    await expect(staff().reorder({ before, after, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
  });
});

describe('values', () => {
  test('are added, renamed and put in order', async () => {
    const wood = await create({ name: 'Wood', kind: 'choice', values: ['Oak', 'Ash'] });
    const grown = await staff().addValue({ ...edit(wood), label: 'Elm' });
    expect(grown.values.map(({ label }) => label)).toEqual(['Oak', 'Ash', 'Elm']);
    const [oak, ash, elm] = grown.values;
    const renamed = await staff().renameValue({ ...edit(grown), valueId: oak!.id, label: 'White oak' });
    expect(renamed.values[0]).toMatchObject({ code: 'oak', label: 'White oak' });
    const order = [elm!.id, ash!.id, oak!.id];
    const sorted = await staff().reorderValues({ ...edit(renamed), valueIds: order });
    expect(sorted.values.map(({ id }) => id)).toEqual(order);
    expect(sorted.version).toBe(4);
    expect(await actionsOn(wood.id)).toEqual([
      'attributes.create',
      'attributes.addValue',
      'attributes.renameValue',
      'attributes.reorderValues',
    ]);
    await expect(staff().addValue({ ...edit(sorted), label: 'elm' })).rejects.toThrow('NAME_TAKEN');
    await expect(staff().addValue({ ...edit(sorted), label: 'Oak' })).rejects.toThrow('CODE_TAKEN');
    await expect(staff().renameValue({ ...edit(sorted), valueId: ash!.id, label: 'ELM' })).rejects.toThrow(
      'NAME_TAKEN',
    );
    await expect(staff().renameValue({ ...edit(sorted), valueId: unknownId, label: 'Yew' })).rejects.toThrow(
      'ATTRIBUTE_NOT_FOUND',
    );
    await expect(staff().reorderValues({ ...edit(sorted), valueIds: order.slice(1) })).rejects.toThrow(
      'INPUT_INVALID',
    );
    await expect(staff().addValue({ ...edit(wood), label: 'Yew' })).rejects.toThrow('VERSION_CONFLICT');
  });

  test('added by several at once are each added or refused', async () => {
    const shape = await create({ name: 'Shape', kind: 'choice' });
    const labels = ['Round', 'Square', 'Oval', 'Flat'];
    const results = await Promise.allSettled(
      labels.map((label) => staff().addValue({ ...edit(shape), label })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await get(shape.id)).values).toHaveLength(1);
  });

  test('of a boolean are fixed', async () => {
    const washable = await create({ name: 'Washable', kind: 'boolean' });
    await expect(staff().addValue({ ...edit(washable), label: 'Maybe' })).rejects.toThrow('INPUT_INVALID');
  });

  test('that are merged become one, in products and in rules', async () => {
    const hue = await create({ name: 'Hue', kind: 'choice', values: ['Grey', 'Gray', 'Pink'] });
    const [grey, gray] = hue.values;
    const both = await productWith(grey!.id, gray!.id);
    const one = await productWith(gray!.id);
    const rules = { match: 'all', conditions: [{ field: 'attribute', operator: 'is', value: gray!.id }] };
    const collection = await insertRow(shop.db.pool, 'collection', {
      slug: 'grays',
      name: 'Grays',
      description: '',
      kind: 'rules',
      rules,
    });
    const input = { ...edit(hue), fromId: gray!.id, intoId: grey!.id };
    const merged = await staff().mergeValues(input);
    expect(await staff().mergeValues(input)).toEqual(merged);
    expect(merged.values.map(({ label, productCount }) => [label, productCount])).toEqual([
      ['Grey', 2],
      ['Pink', 0],
    ]);
    const { rows } = await shop.db.pool.query(
      'select product_id from product_attribute where product_id = any ($1) order by product_id',
      [[both.id, one.id]],
    );
    expect(rows).toHaveLength(2);
    const after = await shop.db.pool.query('select rules, version from collection where id = $1', [
      collection.id,
    ]);
    expect(after.rows).toEqual([
      { version: 2, rules: { match: 'all', conditions: [{ ...rules.conditions[0], value: grey!.id }] } },
    ]);
    await expect(staff().deleteValue({ ...edit(merged), valueId: grey!.id })).rejects.toMatchObject({
      cause: { code: 'ATTRIBUTE_IN_USE', details: { products: 2, collections: 1 } },
    });
    const pink = merged.values.at(-1)!;
    expect((await staff().deleteValue({ ...edit(merged), valueId: pink.id })).values).toHaveLength(1);
    await shop.db.pool.query('delete from collection where id = $1', [collection.id]);
  });
});

describe('deleting', () => {
  test('is refused while a product has it, and done once otherwise', async () => {
    const used = await create({ name: 'Used', kind: 'choice', values: ['Yes indeed'] });
    await productWith(used.values[0]!.id);
    await expect(staff().delete(edit(used))).rejects.toMatchObject({
      cause: { code: 'ATTRIBUTE_IN_USE', details: { products: 1, collections: 0 } },
    });
    const depth = await create({ name: 'Depth', kind: 'number' });
    const product = await shop.factories.createProduct();
    await insertRow(shop.db.pool, 'product_property', {
      product_id: product.id,
      attribute_id: depth.id,
      number: 3,
    });
    await expect(staff().delete(edit(depth))).rejects.toThrow('ATTRIBUTE_IN_USE');
    const unused = await create({ name: 'Unused', kind: 'choice', values: ['A', 'B'] });
    await expect(staff().delete({ ...edit(unused), version: 4 })).rejects.toThrow('VERSION_CONFLICT');
    const input = edit(unused);
    expect(await staff().delete(input)).toEqual({ id: unused.id });
    expect(await staff().delete(input)).toEqual({ id: unused.id });
    await expect(staff().delete(edit(unused))).rejects.toThrow('ATTRIBUTE_NOT_FOUND');
  });
});

test('a product page tells its numbers with their unit, its texts and its yes or no', async () => {
  const weight = await create({ name: 'Load', kind: 'number', unit: 'kg' });
  const note = await create({ name: 'Note', kind: 'text' });
  const outdoor = await create({ name: 'Outdoor', kind: 'boolean' });
  const product = await productWith(outdoor.values[0]!.id);
  for (const [attribute, value] of [
    [weight, { number: 12.5 }],
    [note, { text: 'Signed by its maker' }],
  ] as const) {
    await insertRow(shop.db.pool, 'product_property', {
      product_id: product.id,
      attribute_id: attribute.id,
      ...value,
    });
  }
  const { attributes } = await shop.as().products.get({ slug: product.slug });
  expect(attributes).toEqual([
    { name: 'Load', values: ['12.5 kg'] },
    { name: 'Note', values: ['Signed by its maker'] },
    { name: 'Outdoor', values: ['Yes'] },
  ]);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, openShop, type Shop, type Visitor } from '../support/shop.ts';

let shop: Shop;
let manager: NonNullable<Visitor['staff']>;

beforeAll(async () => {
  shop = await openShop({ maxConnections: 4 });
  manager = await shop.factories.createStaff({ role: 'manager' });
  const lighting = await shop.factories.createCategory({ name: 'Lighting' });
  const kitchen = await shop.factories.createCategory({ name: 'Kitchen', parentId: lighting.id });
  const make = shop.factories.createProduct;
  await make({ name: 'Harrow Desk Lamp', categoryId: lighting.id, summary: 'A lamp for long evenings.' });
  await make({ name: 'Linnet Floor Lamp', categoryId: lighting.id });
  await make({ name: 'Lantern', categoryId: lighting.id });
  await make({ name: 'Oak Couch', categoryId: lighting.id });
  await make({ name: 'Harrow Tea Pot', categoryId: kitchen.id });
  await make({ name: 'Cocotte', categoryId: kitchen.id });
  await make({
    name: 'Woollen Blanket',
    categoryId: lighting.id,
    variants: [{ options: { Colour: 'Grey' } }],
  });
});

afterAll(async () => {
  await shop.close();
});

function staff() {
  return shop.as({ staff: manager }).products.staff;
}

async function find(query: string): Promise<string[]> {
  const { items } = await shop.as().products.search({ query });
  return items.map(({ name }) => name);
}

async function audits(id: string): Promise<string[]> {
  const { rows } = await shop.db.pool.query<{ action: string }>(
    'select action from audit_entry where entity_id = $1 order by created_at, id',
    [id],
  );
  return rows.map(({ action }) => action);
}

describe('spelling', () => {
  test.each([
    ['swapped letters of a short word', 'lapm floor', 'lamp floor', 'Linnet Floor Lamp'],
    ['a dropped letter', 'lanten', 'lantern', 'Lantern'],
    ['one wrong word of two', 'desk lamb', 'desk lamp', 'Harrow Desk Lamp'],
    ['wrong letters', 'blenkit', 'blanket', 'Woollen Blanket'],
  ])('%s: “did you mean”, and found all the same', async (_case, query, didYouMean, first) => {
    const page = await shop.as().products.search({ query });
    expect(page.didYouMean).toBe(didYouMean);
    expect(page.items[0]?.name).toBe(first);
  });

  test.each(['lamp', 'lam', 'desk la', 'teapot', 'zzzzzz'])('%s is not corrected', async (query) => {
    expect((await shop.as().products.search({ query })).didYouMean).toBeNull();
  });

  test.each([
    ['two words as one', 'teapot', 'Harrow Tea Pot'],
    ['another English', 'woolen gray blankets', 'Woollen Blanket'],
    ['a SKU half typed', 'zz-1', undefined],
  ])('%s', async (_case, query, first) => {
    expect((await find(query))[0]).toBe(first);
  });

  test('codes by their beginning and their end', async () => {
    await shop.factories.createProduct({
      name: 'Zither',
      variants: [{ sku: 'ZIT-014-RED', barcode: '5901234123457' }],
    });
    for (const query of ['ZIT-014', 'zit014', '014-red', '590123412', '4123457']) {
      expect((await find(query))[0]).toBe('Zither');
    }
  });
});

describe('an answer', () => {
  test('counts and marks what was found, in pieces that make up the text again', async () => {
    const page = await shop.as().products.search({ query: 'lamps' });
    expect(page).toMatchObject({ total: 2, totalIsCapped: false });
    const first = page.items.find(({ name }) => name === 'Harrow Desk Lamp');
    expect(first?.highlights).toEqual({
      name: [
        { text: 'Harrow Desk ', hit: false },
        { text: 'Lamp', hit: true },
      ],
      summary: [
        { text: 'A ', hit: false },
        { text: 'lamp', hit: true },
        { text: ' for long evenings.', hit: false },
      ],
    });
    const joined = await shop.as().products.search({ query: 'teapot' });
    expect(joined.items[0]?.highlights.name.filter(({ hit }) => hit).map(({ text }) => text)).toEqual([
      'Tea',
      'Pot',
    ]);
  });

  test('takes two statements, however much it finds', async () => {
    const send = shop.db.pool.query.bind(shop.db.pool);
    let count = 0;
    Object.assign(shop.db.pool, {
      query: (...given: Parameters<typeof send>) => {
        // The log writes when it likes.
        if (JSON.stringify(given[0]).includes('search_query')) return send(...given);
        count += 1;
        return send(...given);
      },
    });
    for (const query of ['lamp', 'lapm', 'ZIT-014', 'zzzzz']) {
      for (const read of ['search', 'suggest', 'facets'] as const) {
        count = 0;
        await shop.as().products[read]({ query });
        expect(count).toBeLessThanOrEqual(2);
      }
    }
    Object.assign(shop.db.pool, { query: send });
  });
});

describe('suggestions', () => {
  test('what begins a word is no misspelling of another', async () => {
    const { id: categoryId } = await shop.factories.createCategory({ name: 'Woodwork' });
    await shop.factories.createProduct({ name: 'Linda Stool', categoryId });
    await shop.factories.createProduct({ name: 'Linden Shelf', categoryId });
    const namesFor = async (query: string) =>
      (await shop.as().products.suggest({ query })).products.map(({ name }) => name);
    expect(await namesFor('linde')).toEqual(['Linden Shelf']);
    expect(await namesFor('lindu')).toContain('Linda Stool');
  });

  test('products, categories and what others asked', async () => {
    for (let time = 0; time < 3; time += 1) shop.searchLog.record('lamp for reading', 4);
    shop.searchLog.record('lamp of mine alone', 4);
    await shop.searchLog.flush();
    const found = await shop.as().products.suggest({ query: 'la' });
    expect(found.products.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Lantern', 'Harrow Desk Lamp', 'Linnet Floor Lamp']),
    );
    expect(found.products[0]).toMatchObject({
      currency: 'USD',
      minPriceMinor: 2500,
      image: { alt: expect.any(String) },
    });
    expect(found.queries).toEqual(['lamp for reading']);
    expect((await shop.as().products.suggest({ query: 'kit' })).categories).toEqual([
      { slug: 'kitchen', name: 'Kitchen', parentName: 'Lighting' },
    ]);
  });

  test.each(['x', '!!!', '\0', "'"])('any text may be typed: %j', async (query) => {
    expect(await shop.as().products.suggest({ query })).toMatchObject({ categories: [] });
  });
});

describe('synonyms', () => {
  test('work at once, both ways, and stop at once', async () => {
    expect(await find('sofa')).toEqual([]);
    const created = await staff().synonyms.create({
      synonym: { term: null, words: ['sofa', 'couch', 'chesterfield settee'] },
      idempotencyKey: key(),
    });
    expect(await find('sofas')).toEqual(['Oak Couch']);
    expect(await find('chesterfield settee')).toEqual(['Oak Couch']);
    expect(await find('soffa')).toEqual(['Oak Couch']);
    const changed = await staff().synonyms.update({
      id: created.id,
      version: created.version,
      synonym: { term: 'divan', words: ['couch'] },
      idempotencyKey: key(),
    });
    expect(changed.version).toBe(created.version + 1);
    expect(await find('divan')).toEqual(['Oak Couch']);
    expect(await find('sofa')).toEqual([]);
    await staff().synonyms.delete({ id: created.id, version: changed.version, idempotencyKey: key() });
    expect(await find('divan')).toEqual([]);
    expect(await audits(created.id)).toEqual(['synonyms.create', 'synonyms.update', 'synonyms.delete']);
  });

  test('with a term go one way, phrases too', async () => {
    await staff().synonyms.create({
      synonym: { term: 'dutch oven', words: ['cocotte'] },
      idempotencyKey: key(),
    });
    expect((await find('dutch oven'))[0]).toBe('Cocotte');
    expect((await find('dutchoven'))[0]).toBe('Cocotte');
    expect(await find('cocotte')).toEqual(['Cocotte']);
  });

  test('a retry answers the same and adds nothing; another body with the key is refused', async () => {
    const input = { synonym: { term: 'torch', words: ['lantern'] }, idempotencyKey: key() };
    const [first, second] = await Promise.all([
      staff().synonyms.create(input),
      staff().synonyms.create(input),
    ]);
    expect(second.id).toBe(first.id);
    expect((await staff().synonyms.list({ query: 'torch' })).items).toHaveLength(1);
    await expect(
      staff().synonyms.create({ ...input, synonym: { term: 'beacon', words: ['lantern'] } }),
    ).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
  });

  test('of parallel edits one wins, and what is gone is not found', async () => {
    const { id, version } = await staff().synonyms.create({
      synonym: { term: 'lume', words: ['lamp'] },
      idempotencyKey: key(),
    });
    const edits = await Promise.allSettled(
      ['lumen', 'lumi', 'luma'].map((term) =>
        staff().synonyms.update({ id, version, synonym: { term, words: ['lamp'] }, idempotencyKey: key() }),
      ),
    );
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(staff().synonyms.delete({ id, version, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT', details: { yours: version, current: version + 1 } },
    });
    const gone = '0198a2f0-0000-7000-8000-000000000001';
    await expect(staff().synonyms.delete({ id: gone, version: 1, idempotencyKey: key() })).rejects.toThrow(
      'SYNONYM_NOT_FOUND',
    );
  });

  test.each([
    { term: null, words: ['alone'] },
    { term: 'x', words: ['X'] },
    { term: '!!', words: ['x'] },
  ])('%j is refused', async (synonym) => {
    await expect(staff().synonyms.create({ synonym, idempotencyKey: key() })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  test('are for who may write products', async () => {
    const analyst = await shop.factories.createStaff({ role: 'analyst' });
    const { synonyms } = shop.as({ staff: analyst }).products.staff;
    expect((await synonyms.list({ limit: 1 })).nextCursor).not.toBeNull();
    await expect(
      synonyms.create({ synonym: { term: 'a', words: ['b'] }, idempotencyKey: key() }),
    ).rejects.toThrow('FORBIDDEN');
  });
});

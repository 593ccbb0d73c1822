import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/invariants.ts';
import { key, openShop, type Shop } from '../support/shop.ts';
import { openTransfers, type Transfers } from '../support/transfers.ts';

let shop: Shop;
let office: Transfers;

beforeAll(async () => {
  shop = await openShop();
  office = await openTransfers(shop);
});
afterAll(async () => {
  expect(await findViolations(shop.db.pool)).toEqual({});
  await shop.close();
});

const mugs = (
  price = '24.00',
) => `handle,name,categories,status,tags,attribute:finish,attribute:height,attribute:story,option1_name,option1_value,sku,barcode,weight_grams,price_usd,compare_at_usd
fern-mug,Fern Mug,mugs,active,a | b,Matt glaze,9.5,"Thrown, ""by hand""
in Porto",Size,Small,FERN-S,40001,300,${price},30.00
fern-mug,,,,,,,,,Large,FERN-L,40002,450,28.5,
`;

describe('products', () => {
  test('are made with all they have, once; the same file changes nothing more', async () => {
    expect((await office.take('products', mugs(), { dryRun: true })).counts).toMatchObject({ created: 1 });
    expect(await office.rowOf(`select count(*)::int as n from product where slug = 'fern-mug'`)).toEqual({
      n: 0,
    });
    const made = await office.take('products', mugs());
    expect(made).toMatchObject({ status: 'finished', rowCount: 2, createdCount: 1, problemCount: 0 });
    expect(
      await office.rowOf(
        `select name, status, tags, version, published_at is not null as published from product where slug = 'fern-mug'`,
      ),
    ).toEqual({ name: 'Fern Mug', status: 'active', tags: ['a', 'b'], version: 1, published: true });
    const view = await shop.as().products.get({ slug: 'fern-mug', currency: 'USD' });
    expect(view.variants.map(({ sku, name }) => [sku, name])).toEqual([
      ['FERN-S', 'Small'],
      ['FERN-L', 'Large'],
    ]);
    expect(
      await office.rowOf(
        `select number, text from product_property pp join attribute a on a.id = pp.attribute_id where a.code = 'story'`,
      ),
    ).toEqual({ number: null, text: 'Thrown, "by hand"\nin Porto' });
    expect((await office.take('products', mugs())).counts).toEqual({
      created: 0,
      updated: 0,
      unchanged: 1,
      failed: 0,
    });
    expect(await office.rowOf(`select version from product where slug = 'fern-mug'`)).toEqual({ version: 1 });
  });

  test('change by version, with one audit row each, and only in the columns a file has', async () => {
    await office.take(
      'products',
      'handle,name,categories,brand,sku\nchange-me,Before,mugs,Fernhollow,CH-1\n',
    );
    const changed = await office.take('products', 'handle,name,sku,price_eur\nchange-me,After,CH-1,12.30\n');
    expect(changed.counts).toEqual({ created: 0, updated: 1, unchanged: 0, failed: 0 });
    const product = await office.rowOf(
      `select id, name, brand, version from product where slug = 'change-me'`,
    );
    expect(product).toMatchObject({ name: 'After', brand: 'Fernhollow', version: 2 });
    const { rows } = await shop.db.pool.query(
      `select action, before, after, staff_id from audit_entry where entity_id = $1 order by created_at`,
      [product['id']],
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      action: 'products.import',
      staff_id: office.owner.id,
      before: { name: 'Before' },
      after: { name: 'After', 'variant:CH-1': { EUR: { amountMinor: 1230, compareAtMinor: null } } },
    });
  });

  test('every bad cell is told of by line and column; nothing of its product is written, everything else is', async () => {
    const file = [
      'handle,name,categories,status,option1_name,option1_value,sku,price_usd,weight_grams,attribute:height',
      'good-one,Good,mugs,draft,,,G-1,5.00,,',
      'bad-one,"Bad\r\nname",mugs,draft,Size,S,B-1,5.00,12,',
      'bad-one,,,,,M,B-2,1.234,-3,tall',
      '',
      'no-cat,No category,nowhere,draft,,,N-1,5.00,,',
      'unsellable,Unsellable,mugs,active,,,U-1,,,',
      'Not A Slug,X,mugs,draft,,,X-1,5.00,,',
      'twin,Twin,mugs,draft,Size,S,T-1,5,,',
      'twin,,,,,S,T-2,5,,',
      'again,Again,mugs,draft,,,G-1,5,,',
      'good-one,Good,mugs,draft,,,G-9,5,,',
      'zero,Zero,mugs,draft,,,Z-1,0,,',
    ].join('\r\n');
    const done = await office.take('products', file);
    expect(done.problems).toEqual([
      '5:attribute:height differs',
      '5:weight_grams out_of_range',
      '5:price_usd not_money',
      '7:categories unknown',
      '8:status not_publishable',
      '9:handle not_a_slug',
      '11:option1_value repeated',
      '12:sku repeated',
      '13: repeated',
      '14:price_usd out_of_range',
    ]);
    expect(done).toMatchObject({ createdCount: 1, failedCount: 8, problemCount: 10 });
    expect(
      await office.rowOf(
        `select count(*)::int as n from product where slug in ('bad-one', 'no-cat', 'unsellable', 'twin', 'again', 'zero')`,
      ),
    ).toEqual({ n: 0 });
    expect(
      await office.rowOf(`select count(*)::int as n from product_variant where sku in ('G-1', 'G-9')`),
    ).toEqual({ n: 1 });
  });

  test('rows that cannot be read fail the products beside them', async () => {
    const file =
      'handle,name,categories,sku\nleft,Left,mugs,L-1\nmid,Mi"d,mugs,M-1\nright,Right,mugs,R-1\nfar,Far,mugs,F-1,more\nfine,Fine,mugs,FI-1\n';
    const done = await office.take('products', file);
    expect(done.problems).toEqual(['3: malformed', '4: malformed', '5: cell_count']);
    expect(done.counts).toEqual({ created: 1, updated: 0, unchanged: 0, failed: 3 });
  });

  test.each([
    ['a column too many', 'handle,sku,colour\na,b,c\n', /not known: colour/u],
    ['a column too few', 'handle,name\na,b\n', /missing: sku/u],
    ['a column twice', 'handle,sku,sku\na,b,c\n', /twice: sku/u],
    ['another encoding', Buffer.from('handle,sku,name\na,b,caf\u00e9\n', 'latin1'), /not UTF-8/u],
    ['only blank lines', '\n\n', /empty/u],
  ])('a file with %s is refused as a whole', async (_name, file, sentence) => {
    const done = await office.take('products', file);
    expect(done).toMatchObject({ status: 'failed', rowCount: 0 });
    expect(done.failure).toMatch(sentence);
  });

  test('semicolons, a byte order mark and other columns order are read', async () => {
    const done = await office.take(
      'products',
      '\ufeffsku;handle;name;categories;price_usd\r\nSEMI-1;semi;"Semi; colon";mugs;9.99\r\n',
    );
    expect(done).toMatchObject({ createdCount: 1, problemCount: 0 });
    expect(await office.rowOf(`select name from product where slug = 'semi'`)).toEqual({
      name: 'Semi; colon',
    });
  });

  test('SKUs and barcodes of others are refused; options change only where all variants are named', async () => {
    await office.take('products', 'handle,name,categories,sku,barcode\nowner-of,Owner,mugs,OWN-1,777\n');
    const done = await office.take(
      'products',
      'handle,name,categories,sku,barcode\nthief,Thief,mugs,OWN-1,1\nthief-two,Thief,mugs,TH-2,777\n',
    );
    expect(done.problems).toEqual(['2:sku taken', '3:barcode taken']);
    const second = 'handle,sku,option1_name,option1_value\nowner-of,OWN-2,Size,L\n';
    expect((await office.take('products', second)).problems).toContain('2:option1_name differs');
    const both = `${second}owner-of,OWN-1,,S\n`;
    expect((await office.take('products', both)).counts).toMatchObject({ updated: 1 });
    expect(
      await office.rowOf(
        `select string_agg(name, ',' order by position) as names from product_variant where sku like 'OWN-%'`,
      ),
    ).toEqual({ names: 'S,L' });
  });

  test('an editor that was quicker makes a problem of one product, not of its neighbours', async () => {
    const uploadId = await office.upload(
      'products',
      'handle,name,categories,sku\nslow-a,A,mugs,SLOW-A\nslow-b,B,mugs,SLOW-B\n',
    );
    const { id } = await office.transfers().start({
      kind: 'products',
      source: { uploadId },
      dryRun: false,
      idempotencyKey: key(),
    });
    const client = await shop.db.pool.connect();
    await client.query('begin');
    const mine = await shop.factories.createProduct({ variants: [{ sku: 'OTHER-1' }] });
    await client.query(
      `insert into product_variant (product_id, sku, name, position) values ($1, 'SLOW-A', 'X', 7)`,
      [mine.id],
    );
    const running = office.run(id);
    const waiting = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await office.rowOf(waiting))['n']).toBeGreaterThan(0);
    await client.query('commit');
    client.release();
    await running;
    expect(await office.transfers().get({ id })).toMatchObject({ createdCount: 1, failedCount: 1 });
    expect((await office.transfers().problems({ id })).items).toMatchObject([{ line: 2, code: 'taken' }]);
  });
});

describe('prices', () => {
  test('regular ones and those of lists are set, by version; wrong ones take their product with them', async () => {
    const { variants, id } = await shop.factories.createProduct({
      variants: [
        { sku: 'PR-1', options: { Size: 'S' } },
        { sku: 'PR-2', options: { Size: 'M' } },
      ],
    });
    await shop.db.pool.query(`insert into price_list (name, kind) values ('January', 'sale')`);
    const file =
      'sku,price_list,currency,amount,compare_at\nPR-1,,USD,19.99,25\nPR-1,January,usd,9.99,\nPR-2,,EUR,20.00,\n';
    expect(await office.take('prices', file, { dryRun: true })).toMatchObject({
      createdCount: 1,
      updatedCount: 2,
    });
    expect((await office.take('prices', file)).counts).toEqual({
      created: 1,
      updated: 2,
      unchanged: 0,
      failed: 0,
    });
    expect((await office.take('prices', file)).counts).toEqual({
      created: 0,
      updated: 0,
      unchanged: 3,
      failed: 0,
    });
    expect(
      await office.rowOf(
        'select amount_minor::int as a, compare_at_minor::int as c from variant_price where variant_id = $1 and currency = $2',
        [variants[0]!.id, 'USD'],
      ),
    ).toEqual({ a: 1999, c: 2500 });
    expect(
      await office.rowOf(
        'select p.version, l.version as list from product p, price_list l where p.id = $1 and l.name = $2',
        [id, 'January'],
      ),
    ).toEqual({ version: 2, list: 2 });
    const bad =
      'sku,price_list,currency,amount,compare_at\nPR-1,,USD,1.00,\nPR-2,,USD,5.00,4.00\nNOBODY,,USD,1,\nPR-1,Nowhen,USD,1,\nPR-2,,CHF,1,\nPR-2,January,USD,1,2\n';
    const done = await office.take('prices', bad);
    expect(done.problems).toEqual([
      '3:compare_at out_of_range',
      '4:sku unknown',
      '5:price_list unknown',
      '6:currency not_a_choice',
      '7:compare_at refused',
    ]);
    expect(done.counts).toMatchObject({ updated: 0, failed: 6 });
  });
});

describe('stock', () => {
  test('moves through the ledger, once, and never below what is promised', async () => {
    const { variants } = await shop.factories.createProduct({ variants: [{ sku: 'ST-1', stock: 10 }] });
    await shop.factories.createOrder({
      status: 'confirmed',
      lines: [{ variantId: variants[0]!.id, quantity: 4 }],
    });
    const file = 'sku,location,on_hand,reason,expected_on_hand\nST-1,main,25,received,10\n';
    expect(await office.take('stock', file, { dryRun: true, actor: office.fulfilment })).toMatchObject({
      updatedCount: 1,
    });
    expect((await office.take('stock', file, { actor: office.fulfilment })).counts).toMatchObject({
      updated: 1,
    });
    expect((await office.take('stock', file, { actor: office.fulfilment })).counts).toMatchObject({
      unchanged: 1,
    });
    expect(
      await office.rowOf(
        `select quantity, reason, staff_id, on_hand_after from stock_movement where variant_id = $1 order by created_at desc limit 1`,
        [variants[0]!.id],
      ),
    ).toEqual({ quantity: 15, reason: 'received', staff_id: office.fulfilment.id, on_hand_after: 25 });
    const bad =
      'sku,location,on_hand,change,reason,expected_on_hand\nST-1,main,3,,,\nST-1,nowhere,3,,,\nST-9,main,1,,,\n';
    expect((await office.take('stock', bad)).problems).toEqual([
      '2:on_hand out_of_range',
      '3:location unknown',
      '4:sku unknown',
    ]);
    expect(
      (await office.take('stock', 'sku,location,on_hand,expected_on_hand\nST-1,main,7,99\n')).problems,
    ).toEqual(['2:expected_on_hand changed_meanwhile']);
    expect((await office.take('stock', 'sku,location,change\nST-1,main,-5\n')).updatedCount).toBe(1);
    expect((await office.take('stock', 'sku,location,on_hand,change\nST-1,main,,\n')).problems).toEqual([
      '2:on_hand required',
    ]);
  });
});

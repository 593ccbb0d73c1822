import { issueDocuments, renderDocument, renderPackingSlips } from '@turing/routers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let owner: { id: string; email: string; name: string; role: string };
beforeAll(async () => {
  shop = await openShop({ maxConnections: 12 });
  owner = { ...(await shop.factories.createStaff({ role: 'owner' })), role: 'owner' };
});
afterAll(() => shop.close());

const staff = () => shop.as({ staff: owner }).orders;
const services = () => ({ db: shop.db, storage: shop.storage, now: shop.now });
const issue = (orderId: string) =>
  shop.db.transaction((tx) => issueDocuments(tx, { orderId, now: shop.now() }));

async function ordered(
  input: { status?: 'pending' | 'confirmed'; quantity?: number; customerId?: string } = {},
) {
  const { variant } = await shop.factories.createProduct({ variants: [{ stock: 50 }] });
  const { quantity = 2, ...rest } = input;
  return shop.factories.createOrder({
    status: 'confirmed',
    ...rest,
    lines: [{ variantId: variant.id, quantity }],
  });
}

async function ship(orderId: string, quantity: number) {
  const view = await staff().staff.get({ id: orderId });
  return staff().staff.ship({
    id: orderId,
    version: view.version,
    carrier: 'UPS',
    trackingNumber: '1Z999',
    lines: [{ orderLineId: view.lines[0]!.id, quantity }],
    idempotencyKey: key(),
  });
}

/** Money that went back, as the gateway's answer leaves it. */
async function refund(paymentId: string, amountMinor: number): Promise<string> {
  const { rows } = await shop.db.pool.query<{ id: string }>(
    `insert into refund (payment_id, amount_minor, status, reason) values ($1, $2, 'succeeded', 'requested_by_customer') returning id`,
    [paymentId, amountMinor],
  );
  await shop.db.pool.query(
    'update payment set refunded_minor = refunded_minor + $2, status = case when refunded_minor + $2 = captured_minor then $3::payment_status else $4::payment_status end where id = $1',
    [paymentId, amountMinor, 'refunded', 'partially_refunded'],
  );
  return rows[0]!.id;
}

interface Stored {
  number: number;
  label: string;
  snapshot: Record<string, never> & {
    totals: Record<string, number>;
    lines: { quantity: number }[];
    later: { quantity: number }[];
    buyer: Record<string, unknown>;
    corrects: { label: string } | null;
    seller: { name: string };
  };
}

async function stored(orderId: string, kind: string): Promise<Stored[]> {
  const { rows } = await shop.db.pool.query<Stored>(
    'select number, label, snapshot from order_document where order_id = $1 and kind = $2 order by number',
    [orderId, kind],
  );
  return rows;
}

async function useRule(rule: 'confirmed' | 'shipped') {
  await shop.db.pool.query('update shop_business set invoice_rule = $1', [rule]);
}

describe('documents', () => {
  test('the invoice of a confirmed order says what was bought, once', async () => {
    const order = await ordered();
    expect(await issue(order.id)).toHaveLength(1);
    expect(await issue(order.id)).toEqual([]);
    const [invoice] = await stored(order.id, 'invoice');
    expect(invoice).toMatchObject({
      label: `INV-${invoice!.number}`,
      snapshot: {
        order: { number: order.number },
        totals: { totalMinor: order.totalMinor, paidMinor: order.totalMinor, dueMinor: 0 },
        lines: [{ quantity: 2 }],
        paper: 'LETTER',
      },
    });
  });

  test('an order that nobody paid has none; by the other rule it comes with the last parcel', async () => {
    const unpaid = await ordered({ status: 'pending' });
    expect(await issue(unpaid.id)).toEqual([]);
    await useRule('shipped');
    const order = await ordered();
    expect(await issue(order.id)).toEqual([]);
    await ship(order.id, 1);
    await issue(order.id);
    expect(await stored(order.id, 'invoice')).toEqual([]);
    await ship(order.id, 1);
    await issue(order.id);
    expect(await stored(order.id, 'invoice')).toHaveLength(1);
    await useRule('confirmed');
    const slips = await stored(order.id, 'packing_slip');
    expect(slips.map(({ snapshot }) => [snapshot.lines[0]!.quantity, snapshot.later.length])).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  test('forty at once for twenty orders issue twenty invoices with numbers without a gap', async () => {
    const orders = await Promise.all(Array.from({ length: 20 }, () => ordered()));
    const { rows } = await shop.db.pool.query<{ next: number }>(
      `select next_number as next from number_series where kind = 'invoice'`,
    );
    const results = await Promise.allSettled(
      [...orders, ...orders].map(({ id }, index) =>
        shop.db.transaction(async (tx) => {
          await issueDocuments(tx, { orderId: id, now: shop.now() });
          if (index % 5 === 0) throw new Error('as if the worker had gone');
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(8);
    await Promise.all(orders.map(({ id }) => issue(id)));
    const numbers = (await Promise.all(orders.map(({ id }) => stored(id, 'invoice')))).flat();
    expect(numbers.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      orders.map((_, index) => rows[0]!.next + index),
    );
  });

  test('each refund has a credit note; together they are the invoice and never more', async () => {
    const order = await ordered({ quantity: 3 });
    await issue(order.id);
    const [invoice] = await stored(order.id, 'invoice');
    await refund(order.paymentId, 1000);
    await refund(order.paymentId, 333);
    expect(await issue(order.id)).toHaveLength(2);
    expect(await issue(order.id)).toEqual([]);
    await refund(order.paymentId, order.totalMinor - 1333);
    await issue(order.id);
    const notes = await stored(order.id, 'credit_note');
    expect(notes.map(({ snapshot }) => snapshot.totals['totalMinor'])).toEqual([
      1000,
      333,
      order.totalMinor - 1333,
    ]);
    expect(notes.every(({ snapshot }) => snapshot.corrects?.label === invoice!.label)).toBe(true);
  });

  test('what was refunded before there is an invoice follows with it', async () => {
    await useRule('shipped');
    const order = await ordered({ quantity: 1 });
    await refund(order.paymentId, 500);
    expect(await issue(order.id)).toEqual([]);
    await ship(order.id, 1);
    await issue(order.id);
    expect(await stored(order.id, 'credit_note')).toHaveLength(1);
    await useRule('confirmed');
  });

  test('what was issued stays as it is: only the buyer may be taken out', async () => {
    const order = await ordered();
    await issue(order.id);
    const change = (sql: string) => shop.db.pool.query(`${sql} where order_id = $1`, [order.id]);
    await expect(change(`update order_document set label = 'X'`)).rejects.toThrow('append-only');
    await expect(
      change(`update order_document set snapshot = jsonb_set(snapshot, '{totals,totalMinor}', '1')`),
    ).rejects.toThrow('append-only');
    await expect(change('delete from order_document')).rejects.toThrow('append-only');
    await shop.db.pool.query(`update shop_business set name = 'Another Name'`);
    const [invoice] = await stored(order.id, 'invoice');
    expect(invoice!.snapshot.seller.name).toBe('Turing Goods');
  });

  test('staff see all of an order, its buyer the bills, others nothing', async () => {
    const customer = await shop.factories.createCustomer();
    const order = await ordered({ customerId: customer.id });
    await issue(order.id);
    await ship(order.id, 2);
    await issue(order.id);
    const all = await staff().documents.list({ orderId: order.id });
    expect(all.map(({ kind }) => kind).toSorted()).toEqual(['invoice', 'packing_slip']);
    const bills = await shop.as().orders.documents.byToken({ token: order.token });
    expect(bills.map(({ kind }) => kind)).toEqual(['invoice']);
    const { id } = bills[0]!;
    const slip = all.find(({ kind }) => kind === 'packing_slip')!;
    const other = await ordered();
    for (const [document, asking] of [
      [id, { orderToken: other.token }],
      [id, { customerId: owner.id }],
      [slip.id, { orderToken: order.token }],
      [slip.id, { customerId: customer.id }],
      [other.id, { staff: true as const }],
    ] as const) {
      await expect(renderDocument(services(), document, asking)).rejects.toMatchObject({
        code: 'DOCUMENT_NOT_FOUND',
      });
    }
    for (const asking of [
      { orderToken: order.token },
      { customerId: customer.id },
      { staff: true as const },
    ]) {
      const { pdf, name } = await renderDocument(services(), id, asking);
      expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
      expect(name).toMatch(/^invoice-inv-\d+\.pdf$/u);
    }
  });

  test('one file of packing slips for many orders: what is open, or the slips of what has left', async () => {
    const [open, gone] = [await ordered(), await ordered()];
    await ship(gone.id, 2);
    await issue(gone.id);
    const { pdf, name } = await renderPackingSlips(services(), [open.id, gone.id, open.id]);
    expect(name).toBe('packing-slips.pdf');
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    const one = await renderPackingSlips(services(), [open.id]);
    expect(one.name).toBe(`packing-slip-order-${open.number}.pdf`);
    const never = await ordered({ status: 'pending' });
    await shop.db.pool.query(
      `update stock_level s set allocated = s.allocated - l.quantity from order_line l where l.order_id = $1 and s.variant_id = l.variant_id`,
      [never.id],
    );
    await shop.db.pool.query(`update "order" set status = 'cancelled' where id = $1`, [never.id]);
    await expect(renderPackingSlips(services(), [never.id])).rejects.toMatchObject({
      code: 'DOCUMENT_NOT_DUE',
    });
    await expect(renderPackingSlips(services(), [])).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('staff issue by hand what is missing, once per key', async () => {
    const order = await ordered();
    const input = { orderId: order.id, idempotencyKey: key() };
    const first = await staff().documents.issue(input);
    expect(await staff().documents.issue(input)).toEqual(first);
    expect(first).toHaveLength(1);
    await expect(staff().documents.issue({ orderId: order.id, idempotencyKey: key() })).rejects.toMatchObject(
      { cause: { code: 'DOCUMENT_NOT_DUE' } },
    );
  });
});

describe('the business', () => {
  const business = () => staff().business;

  test('is changed on the version that was looked at, with an audit row', async () => {
    const now = await business().get();
    const { version: _version, ...terms } = now;
    const input = { ...terms, taxId: 'DE123456789', version: now.version, idempotencyKey: key() };
    const changed = await business().update(input);
    expect(changed).toMatchObject({ taxId: 'DE123456789', version: now.version + 1 });
    expect(await business().update(input)).toEqual(changed);
    await expect(business().update({ ...input, idempotencyKey: key() })).rejects.toMatchObject({
      cause: { code: 'VERSION_CONFLICT' },
    });
    await expect(
      business().update({
        ...input,
        address: { ...terms.address, postalCode: 'nowhere' },
        version: changed.version,
        idempotencyKey: key(),
      }),
    ).rejects.toMatchObject({ cause: { code: 'ADDRESS_INVALID' } });
    const { rows } = await shop.db.pool.query(
      `select count(*)::int as n from audit_entry where action = 'business.update'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('numbers go on where the shop says, never back', async () => {
    const series = (await business().numbers()).find(({ kind }) => kind === 'credit_note')!;
    const input = {
      kind: 'credit_note' as const,
      prefix: 'gs-2026-',
      nextNumber: series.nextNumber + 100,
      seenNextNumber: series.nextNumber,
      idempotencyKey: key(),
    };
    const after = await business().setNumbers(input);
    expect(after.find(({ kind }) => kind === 'credit_note')).toMatchObject({
      prefix: 'GS-2026-',
      nextNumber: series.nextNumber + 100,
    });
    await expect(
      business().setNumbers({ ...input, nextNumber: 1, idempotencyKey: key() }),
    ).rejects.toMatchObject({ cause: { code: 'NUMBER_TAKEN' } });
    await expect(
      business().setNumbers({
        ...input,
        nextNumber: series.nextNumber + 200,
        idempotencyKey: key(),
      }),
    ).rejects.toMatchObject({ cause: { code: 'VERSION_CONFLICT' } });
  });

  test('is for those who may', async () => {
    const analyst = { ...(await shop.factories.createStaff({ role: 'analyst' })), role: 'analyst' };
    await expect(shop.as({ staff: analyst }).orders.business.get()).rejects.toMatchObject({
      cause: { code: 'FORBIDDEN' },
    });
  });
});

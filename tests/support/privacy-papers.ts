import { insertRow } from '@turing/db/testing';
import type { Buyer } from './privacy-orders.ts';
import type { Shop } from './shop.ts';

type Made = Pick<Shop, 'db' | 'factories'>;

/** What the books have of an order: its promotion, taxes and invoice, an edit, a receipt, and a gift card bought with it. */
export async function createPapers(
  { db, factories }: Made,
  buyer: Buyer,
  { orderId, paymentId }: { readonly orderId: string; readonly paymentId: string },
): Promise<void> {
  const { pool } = db;
  const own = { order_id: orderId };
  const words = `About ${buyer.name}`;
  const promotion = await factories.createPromotion();
  await insertRow(pool, 'order_promotion', {
    ...own,
    promotion_id: promotion.id,
    code_id: promotion.codeId,
    position: 0,
    code: promotion.code,
    name: 'Ten off',
    discount_minor: 0,
    shipping_minor: 0,
    buyers: [buyer.id],
  });
  await insertRow(pool, 'order_tax', {
    ...own,
    position: 0,
    name: 'Tax',
    jurisdiction: 'OR',
    rate_ppm: 0,
    taxable_minor: 0,
    tax_minor: 0,
  });
  await pool.query(
    `insert into order_document (kind, number, label, order_id, source_id, snapshot, issued_at)
     select 'invoice', n, 'INV-' || n, $1, $1, said || jsonb_build_object('number', n, 'label', 'INV-' || n), now()
     from take_number('invoice') n, cast($2 as jsonb) said`,
    [orderId, JSON.stringify({ kind: 'invoice', buyer: partyOf(buyer) })],
  );
  const { id: staffId } = await factories.createStaff({ role: 'owner' });
  await insertRow(pool, 'order_edit', {
    ...own,
    staff_id: staffId,
    note: words,
    before: { totalMinor: 0, lines: [] },
    after: { totalMinor: 0, lines: [] },
    difference_minor: 0,
  });
  await insertRow(pool, 'payment_receipt', { payment_id: paymentId, amount_minor: 100, reference: 'Bank 1' });
  const card = await insertRow(pool, 'credit_account', {
    ...own,
    kind: 'gift_card',
    currency: 'USD',
    code_seed: `seed-${orderId}`,
    code_hash: `hash-${orderId}`,
    last_four: 'WXYZ',
    recipient_name: buyer.name,
    recipient_email: buyer.email,
    sender_name: buyer.name,
    message: words,
  });
  await issue(pool, { accountId: card.id, note: words });
}

/** Money of the shop for the account. */
export async function createStoreCredit({ db }: Made, buyer: Buyer): Promise<void> {
  const credit = { customer_id: buyer.id, kind: 'store_credit' as const, currency: 'USD' };
  const { id } = await insertRow(db.pool, 'credit_account', credit);
  await issue(db.pool, { accountId: id, note: `For ${buyer.name}` });
}

function issue(pool: Shop['db']['pool'], { accountId, note }: { accountId: string; note: string }) {
  return insertRow(pool, 'credit_entry', {
    account_id: accountId,
    key: `issue:${accountId}`,
    kind: 'issued',
    amount_minor: 1000,
    reason: 'issued',
    note,
  });
}

/** One for the account and one for its address alone, neither of them an order yet. */
export async function createDrafts({ db }: Made, buyer: Buyer): Promise<void> {
  for (const customerId of [buyer.id, null]) {
    const draft = await insertRow(db.pool, 'draft_order', {
      token: `draft-${buyer.tag}-${customerId ?? 'guest'}`,
      customer_id: customerId,
      email: buyer.email,
      currency: 'USD',
      shipping_address: buyer.address,
      note: `Made for ${buyer.name}`,
      message: `Dear ${buyer.name}`,
    });
    const line = { draft_id: draft.id, position: 0, variant_id: buyer.variantId, quantity: 1 };
    await insertRow(db.pool, 'draft_order_line', line);
  }
}

function partyOf({ name, email, address }: Buyer) {
  return { name, email, address: [address.line1, address.city], country: address.country };
}

import { randomBytes } from 'node:crypto';
import { exampleAddress, insertRow } from '@turing/db/testing';
import { createOrders } from './privacy-orders.ts';
import { createDrafts, createStoreCredit } from './privacy-papers.ts';
import type { Shop, Visitor } from './shop.ts';

/** A customer with one of everything that the register of personal data has, and all that could tell who it is. */
export interface FullCustomer {
  readonly visitor: Visitor;
  readonly id: string;
  readonly email: string;
  readonly orders: readonly { readonly id: string; readonly number: number; readonly token: string }[];
  /** Texts that are nobody else's. */
  readonly marks: readonly string[];
}

let count = 0;

export async function createFullCustomer(shop: Shop, variantId: string): Promise<FullCustomer> {
  count += 1;
  const tag = randomBytes(4).toString('hex');
  const name = `Quilla Zephyrine ${tag}`;
  const email = `quilla.${tag}@example.com`;
  const phone = `+1503${String(5_550_000 + count).padStart(7, '0')}`;
  const street = `${tag} Hollyhock Crescent`;
  const tracking = `TRACK-${tag}`;
  const { factories, db } = shop;
  const { pool } = db;
  const { id } = await factories.createCustomer({ email, name, password: `long-${tag}-password` });
  await pool.query(`update customer set phone = $2, tags = array[$3], image = $4 where id = $1`, [
    id,
    phone,
    `vip ${tag}`,
    `https://pictures.example/${tag}.jpg`,
  ]);
  const staff = await factories.createStaff({ role: 'owner' });
  const address = exampleAddress({ name, line1: street, line2: `Attic ${tag}`, phone });
  const { postalCode, ...rest } = address;
  await insertRow(pool, 'customer_address', { ...rest, customer_id: id, postal_code: postalCode });
  const own = { customer_id: id };
  const token = `session-${tag}`;
  await insertRow(pool, 'customer_session', {
    ...own,
    token,
    expires_at: '2099-01-01T00:00:00Z',
    ip_address: `198.51.100.${count}`,
    user_agent: `Browser ${tag}`,
  });
  await insertRow(pool, 'customer_verification', {
    identifier: `hash-${tag}`,
    value: JSON.stringify({ email, userId: id }),
    expires_at: '2099-01-01T00:00:00Z',
  });
  const group = await insertRow(pool, 'customer_group', {
    code: `group-${randomBytes(4).toString('hex')}`,
    name: 'Circle',
  });
  await insertRow(pool, 'customer_group_member', { ...own, group_id: group.id });
  await insertRow(pool, 'customer_note', { ...own, staff_id: staff.id, body: `${name} calls on Mondays` });
  await insertRow(pool, 'customer_consent', {
    ...own,
    purpose: 'marketing_email',
    granted: false,
    wording: '',
    source: 'account',
    ip_address: `198.51.100.${count}`,
  });
  await insertRow(pool, 'wishlist_item', { ...own, variant_id: variantId });
  await insertRow(pool, 'customer_passkey', {
    ...own,
    name: `Telephone of ${tag}`,
    public_key: `key-${tag}`,
    credential_id: `credential-${tag}`,
    counter: 0,
    device_type: 'singleDevice',
    backed_up: false,
  });
  await insertRow(pool, 'customer_two_factor', {
    ...own,
    secret: `secret-${tag}`,
    backup_codes: `codes-${tag}`,
  });
  const cart = await factories.createCart({ customerId: id, lines: [{ variantId }] });
  await insertRow(pool, 'cart_recovery', {
    cart_id: cart.id,
    email,
    consent: true,
    wording: 'Remind me of my cart',
    consented_at: '2026-01-01T00:00:00Z',
    restore_token: `restore-${tag}`,
    unsubscribe_token: `unsubscribe-${tag}`,
  });
  const buyer = { id, email, name, phone, tag, tracking, variantId, address };
  const orders = await createOrders(shop, buyer);
  await createStoreCredit(shop, buyer);
  await createDrafts(shop, buyer);
  const { rows } = await pool.query<{ product_id: string }>(
    'select product_id from product_variant where id = $1',
    [variantId],
  );
  await insertRow(pool, 'review', {
    ...own,
    product_id: rows[0]?.product_id ?? '',
    author_name: name,
    rating: 4,
    title: `By ${name}`,
    body: `Write to ${email} or come to ${street}`,
    reply: `Thank you, ${name}!`,
    replied_at: '2026-01-01T00:00:00Z',
  });
  await insertRow(pool, 'stock_reservation', {
    variant_id: variantId,
    location_id: await anyLocation(shop),
    quantity: 1,
    reference: `for ${name}`,
    expires_at: '2099-01-01T00:00:00Z',
    released_at: '2026-01-01T00:00:00Z',
  });
  await insertRow(pool, 'idempotency_record', {
    scope: `customer:${id}`,
    key: `key-${tag}`,
    operation: 'x',
    request_hash: 'x',
    response: { said: name },
  });
  await insertRow(pool, 'idempotency_record', {
    scope: 'cart:new',
    key: `new-${tag}`,
    operation: 'cart.addLine',
    request_hash: 'x',
    response: { token: cart.token },
  });
  await pool.query(
    `select graphile_worker.add_job('send-account-letter', $1::json, run_at => '2099-01-01')`,
    [JSON.stringify({ to: email, url: `https://shop.example/reset?token=${tag}` })],
  );
  return {
    visitor: { customer: { id, email, name, emailVerified: true, signedInAt: shop.now() } },
    id,
    email,
    orders,
    marks: [
      email,
      name,
      phone,
      street,
      tracking,
      tag,
      token,
      cart.token,
      ...orders.map((each) => each.token),
    ],
  };
}

async function anyLocation({ db }: Shop): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>('select id from stock_location limit 1');
  return rows[0]?.id ?? '';
}

/** Every table of the database with one of the texts in any column, jsonb and vectors included: `schema.table: text`. */
export async function findMarks({ db }: Shop, marks: readonly string[]): Promise<string[]> {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const searches = tables.map(
    ({ name }) => `select distinct '${name}: ' || mark as place from ${name} t, unnest($1::text[]) mark
      where strpos(lower(t::text), lower(mark)) > 0`,
  );
  const { rows } = await db.pool.query<{ place: string }>(searches.join(' union all '), [marks]);
  return rows.map(({ place }) => place);
}

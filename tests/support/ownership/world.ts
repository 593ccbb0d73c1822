import { randomBytes } from 'node:crypto';
import { exampleAddress, insertRow } from '@turing/db/testing';
import type { Shop, Visitor } from '../shop.ts';

export interface Buyer {
  readonly visitor: Visitor;
  readonly id: string;
  readonly email: string;
  readonly addressId: string;
  readonly cart: { readonly id: string; readonly token: string; readonly lineId: string };
  readonly order: { readonly id: string; readonly token: string; readonly number: number };
}

export interface Clerk {
  readonly visitor: Visitor;
  readonly id: string;
  /** Beside the one they are signed in with. */
  readonly otherSessionId: string;
}

export interface World {
  readonly victim: Buyer;
  readonly other: Buyer;
  readonly clerk: Clerk;
  readonly otherClerk: Clerk;
  readonly product: { readonly id: string; readonly slug: string };
  readonly variantId: string;
  readonly promotionCode: string;
}

/** Two customers with everything a customer can have, and one row of whatever staff work with. */
export async function createWorld(shop: Shop): Promise<World> {
  const { factories } = shop;
  const product = await factories.createProduct({
    variants: [
      { stock: 100, options: { Size: 'S' } },
      { stock: 100, options: { Size: 'L' } },
    ],
  });
  const variantId = product.variants[0]?.id ?? '';
  await factories.createShippingMethod();
  await factories.createTaxRate();
  const promotion = await factories.createPromotion();
  const world = {
    victim: await createBuyer(shop, { name: 'Victoria Vane', variantId }),
    other: await createBuyer(shop, { name: 'Otto Ohm', variantId }),
    clerk: await createClerk(shop),
    otherClerk: await createClerk(shop),
    product,
    variantId,
    promotionCode: promotion.code,
  };
  await createOrderRows(shop, world.victim.order.id);
  await createStaffRows(shop, { productId: product.id, variantId, customerId: world.victim.id });
  return world;
}

/** A customer of one's own for a case whose attempts or whose owner's call use it up. */
export async function createBuyer(
  shop: Shop,
  { name, variantId }: { readonly name: string; readonly variantId: string },
): Promise<Buyer> {
  const { factories, db } = shop;
  const { id, email } = await factories.createCustomer({ name });
  const address = exampleAddress({ name, line1: `1 ${name} Lane` });
  const { postalCode, ...rest } = address;
  const saved = await insertRow(db.pool, 'customer_address', {
    ...rest,
    customer_id: id,
    postal_code: postalCode,
    is_default: true,
  });
  const cart = await factories.createCart({ customerId: id, lines: [{ variantId }] });
  const { rows } = await db.pool.query<{ id: string }>('SELECT id FROM cart_line WHERE cart_id = $1', [
    cart.id,
  ]);
  const order = await factories.createOrder({ customerId: id, email, address, lines: [{ variantId }] });
  return {
    visitor: { customer: { id, email, name, emailVerified: true, signedInAt: shop.now() } },
    id,
    email,
    addressId: saved.id,
    cart: { ...cart, lineId: rows[0]?.id ?? '' },
    order,
  };
}

/** A member of staff who may do nothing but what everybody at the console may. */
async function createClerk({ db, factories }: Shop): Promise<Clerk> {
  const { id, email, name } = await factories.createStaff({ role: 'analyst' });
  const openSession = () =>
    insertRow(db.pool, 'staff_session', {
      staff_id: id,
      token: randomBytes(24).toString('base64url'),
      expires_at: '2099-01-01T00:00:00Z',
    });
  const [present, other] = [await openSession(), await openSession()];
  const staff = { id, email, name, role: 'analyst', permissions: [], sessionId: present.id };
  return { visitor: { staff }, id, otherSessionId: other.id };
}

interface Anchors {
  readonly productId: string;
  readonly variantId: string;
  readonly customerId: string;
}

async function createStaffRows({ db, factories }: Shop, { productId, variantId, customerId }: Anchors) {
  const { pool } = db;
  const { id: staffId } = await factories.createStaff({ role: 'owner' });
  const later = '2099-01-01T00:00:00Z';
  const location = await factories.createStockLocation();
  const attribute = await insertRow(pool, 'attribute', { code: 'glow', name: 'Glow', position: 0 });
  await insertRow(pool, 'attribute_value', {
    attribute_id: attribute.id,
    code: 'dim',
    label: 'Dim',
    position: 0,
  });
  await insertRow(pool, 'customer_group', { code: 'circle', name: 'Circle' });
  await insertRow(pool, 'customer_note', {
    customer_id: customerId,
    staff_id: staffId,
    body: 'calls on Mondays',
  });
  await insertRow(pool, 'price_list', { kind: 'sale', name: 'Sale' });
  await insertRow(pool, 'collection', {
    kind: 'manual',
    slug: 'shelf',
    name: 'Shelf',
    description: '',
    published: true,
  });
  await insertRow(pool, 'review', {
    product_id: productId,
    rating: 5,
    author_name: 'A',
    title: 'Good',
    body: 'Good',
  });
  await insertRow(pool, 'saved_view', { staff_id: staffId, name: 'Mine', filters: '{}' });
  const code = { code_seed: 'seed', code_hash: 'c'.repeat(43), last_four: 'WXYZ' };
  await insertRow(pool, 'credit_account', { kind: 'gift_card', currency: 'USD', ...code });
  await insertRow(pool, 'region', { code: 'eu', name: 'Europe', currency: 'EUR', tax_inclusive: true });
  await insertRow(pool, 'staff_role', { name: 'Night shift', permissions: ['orders:read'] });
  await insertRow(pool, 'staff_invitation', {
    email: 'new@turing.example',
    role: 'support',
    token_hash: 'a'.repeat(64),
    invited_by: staffId,
    expires_at: later,
  });
  await insertRow(pool, 'api_token', {
    name: 'Till',
    prefix: 'abcdefgh',
    token_hash: 'b'.repeat(64),
    permissions: ['orders:read'],
    staff_id: staffId,
    expires_at: later,
  });
  const file = { file_name: 'a.csv', storage_key: 'imports/a.csv' };
  await insertRow(pool, 'catalogue_import', { ...file, kind: 'products', dry_run: true });
  await insertRow(pool, 'media_upload', {
    staff_id: staffId,
    storage_key: 'uploads/a',
    file_name: 'a.png',
    content_type: 'image/png',
    bytes: 1,
    expires_at: later,
  });
  await insertRow(pool, 'product_media', {
    product_id: productId,
    key: 'a',
    alt: 'A',
    colour: '#ffffff',
    width: 1,
    height: 1,
    position: 90,
  });
  await insertRow(pool, 'search_synonym', { words: ['lamp', 'light'] });
  await insertRow(pool, 'stock_reservation', {
    variant_id: variantId,
    location_id: location.id,
    quantity: 1,
    expires_at: later,
    reference: 'window',
  });
}

/** What staff work with on an order: a note, a flag and a refund that did not work. */
async function createOrderRows({ db, factories }: Shop, orderId: string): Promise<void> {
  const { pool } = db;
  const { id: staffId } = await factories.createStaff({ role: 'owner' });
  await insertRow(pool, 'order_note', {
    order_id: orderId,
    staff_id: staffId,
    kind: 'internal',
    body: 'left with a neighbour',
  });
  await insertRow(pool, 'order_risk', { order_id: orderId, rule: 'manual', holds: false });
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM payment WHERE order_id = $1', [orderId]);
  const payment = {
    payment_id: rows[0]?.id ?? '',
    amount_minor: 1,
    reason: 'refund',
    status: 'failed' as const,
  };
  await insertRow(pool, 'refund', payment);
}

import type { Currency } from '@turing/domain';
import { key, type Shop } from './shop.ts';

export interface NewPriceList {
  readonly kind: 'override' | 'sale';
  /** Variant and amount in minor units. */
  readonly rows: readonly (readonly [variantId: string, amountMinor: number])[];
  readonly currency?: Currency;
  readonly priority?: number;
  readonly groupId?: string;
  readonly startsAt?: Date;
  readonly endsAt?: Date;
}

/** A member of staff who may do everything, and what they may do with price lists. */
export async function openPriceLists(shop: Shop) {
  const owner = { ...(await shop.factories.createStaff()), role: 'owner' };
  const staff = shop.as({ staff: owner });
  return { owner, lists: staff.products.staff.priceLists, groups: staff.customers.staff.groups };
}

/** A list as staff make it: terms, prices, then switched on. */
export async function activePriceList(shop: Shop, { rows, ...terms }: NewPriceList) {
  const { lists } = await openPriceLists(shop);
  const { id, version } = await lists.create({
    name: key(),
    kind: terms.kind,
    priority: terms.priority ?? 0,
    groupId: terms.groupId ?? null,
    startsAt: terms.startsAt ?? null,
    endsAt: terms.endsAt ?? null,
    idempotencyKey: key(),
  });
  const currency = terms.currency ?? 'USD';
  const prices = rows.map(([variantId, amountMinor]) => ({ variantId, amountMinor, currency }));
  const written = await lists.setPrices({ id, version, rows: prices, idempotencyKey: key() });
  return lists.activate({ id, version: written.version, active: true, idempotencyKey: key() });
}

/** A customer in a group. */
export async function memberOf(shop: Shop, groupId: string) {
  const customer = { ...(await shop.factories.createCustomer()), emailVerified: true };
  await shop.db.pool.query('insert into customer_group_member values ($1, $2)', [customer.id, groupId]);
  return customer;
}

export async function insertGroup(shop: Shop, code: string): Promise<string> {
  const { rows } = await shop.db.pool.query<{ id: string }>(
    'insert into customer_group (code, name) values ($1, $1) returning id',
    [code],
  );
  return rows[0]!.id;
}

import type { Currency } from '@turing/domain';
import { address, key, type Shop, type Visitor } from './shop.ts';

/** Somebody who may issue gift cards. */
export async function creditStaff(shop: Shop) {
  const person = await shop.factories.createStaff({ role: 'owner' });
  return shop.as({ staff: { ...person, role: 'owner' } }).orders.credit.staff;
}

type Staff = Awaited<ReturnType<typeof creditStaff>>;

/** A gift card with an amount on it, and its code. */
export async function issueCard(
  staff: Staff,
  terms: { readonly amountMinor: number; readonly currency?: Currency; readonly expiresOn?: string },
) {
  const { card, code } = await staff.issue({
    currency: 'USD',
    note: 'For a test',
    idempotencyKey: key(),
    ...terms,
  });
  return { ...card, code };
}

interface Wanted {
  readonly variantId: string;
  readonly quantity?: number;
  readonly codes?: readonly string[];
  readonly storeCredit?: boolean;
  readonly visitor?: Visitor;
}

/** A cart with one variant that gift cards and store credit will pay. */
export async function creditCart(shop: Shop, wanted: Wanted): Promise<string> {
  const { orders } = shop.as(wanted.visitor);
  const { variantId, quantity = 1 } = wanted;
  const { token } = await orders.cart.addLine({ token: null, variantId, quantity, idempotencyKey: key() });
  for (const code of wanted.codes ?? [])
    await orders.credit.applyGiftCard({ token, code, idempotencyKey: key() });
  if (wanted.storeCredit === true) await orders.credit.useStoreCredit({ token, idempotencyKey: key() });
  return token;
}

/** Places a cart for what its quote says. */
export async function placeCart(shop: Shop, token: string, visitor: Visitor = {}) {
  const { checkout } = shop.as(visitor).orders;
  const quote = await checkout.quote({ token, country: address.country, region: address.region });
  return checkout.place({
    token,
    email: 'guest@example.com',
    address,
    shippingMethod: quote.shippingMethod,
    expectedTotalMinor: quote.pricing.totalMinor,
    expectedCreditMinor: quote.creditMinor,
    idempotencyKey: key(),
  });
}

/** The balances and ledgers of accounts as SQL sums them. */
export async function ledgerOf(shop: Shop, accountId: string) {
  const { rows } = await shop.db.pool.query<{ kind: string; amount: number }>(
    'select kind::text, amount_minor as amount from credit_entry where account_id = $1 order by created_at, id',
    [accountId],
  );
  return rows.map(({ kind, amount }) => [kind, amount]);
}

export async function balanceOf(shop: Shop, accountId: string): Promise<number> {
  const { rows } = await shop.db.pool.query<{ balance: number; summed: number }>(
    `select balance_minor as balance,
       (select coalesce(sum(amount_minor), 0)::int8 from credit_entry where account_id = a.id) as summed
     from credit_account a where id = $1`,
    [accountId],
  );
  const [row] = rows;
  if (row === undefined || row.balance !== row.summed)
    throw new Error(`the balance of ${accountId} is not its sum`);
  return row.balance;
}

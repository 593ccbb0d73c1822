import type { Transaction } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import { mergeLines } from '../account-cart-store.ts';

interface GuestCarts {
  readonly kept: string;
  /** Goes into it; one that is over or somebody's is left alone. */
  readonly given: string;
  readonly now: Date;
}

interface Row {
  readonly id: string;
  readonly token: string;
  readonly currency: Currency;
}

/**
 * Makes one cart of two of a guest, with all the lines of both, and gives its token. Locks both, by id.
 * @throws CART_NOT_FOUND when the one to keep was ordered or joined an account meanwhile
 */
export async function joinGuestCarts(tx: Transaction, { kept, given, now }: GuestCarts): Promise<string> {
  const { rows } = await sql<Row & { readonly asked: string }>`
    select c.id, c.token, c.currency, asked.token as asked
    from cart asked join cart c on c.id = coalesce(asked.merged_into_id, asked.id)
    where asked.token in (${kept}, ${given}) order by c.id for update of c`.execute(tx);
  const open = await sql<{ id: string }>`
    select id from cart c where id = any(${rows.map(({ id }) => id)}::uuid[]) and customer_id is null and merged_into_id is null
      and not exists (select from "order" o where o.cart_id = c.id)`.execute(tx);
  const isOpen = (row: Row | undefined): row is Row => open.rows.some(({ id }) => id === row?.id);
  const into = rows.find(({ asked }) => asked === kept);
  const from = rows.find(({ asked }) => asked === given);
  if (!isOpen(into)) throw new ShopError('CART_NOT_FOUND');
  if (!isOpen(from) || from.id === into.id) return into.token;
  // What the shopper looks at now is what is in hand, and so is the currency.
  await mergeLines(tx, { from: from.id, into: into.id, currency: from.currency, now });
  return into.token;
}

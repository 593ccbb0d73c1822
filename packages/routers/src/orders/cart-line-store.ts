import { defineStatement, runOn, type Transaction } from '@turing/db';
import type { Currency } from '@turing/domain';
import { sql } from 'kysely';
import type { CartLine } from './cart-store.ts';

interface SavedLine extends Omit<CartLine, 'id'> {
  readonly cartId: string;
}

type SaveParams = Omit<SavedLine, 'gifts'> & { readonly gifts: string };

const save = defineStatement<SaveParams, never>('cart_line_save', (db, param) => ({
  compile: () =>
    sql<never>`
    insert into cart_line (cart_id, variant_id, quantity, seen_price_minor, gifts)
    values (${param('cartId')}, ${param('variantId')}, ${param('quantity')}, ${param('seenPriceMinor')}, ${param('gifts')}::jsonb)
    on conflict (cart_id, variant_id) do update
      set quantity = excluded.quantity, seen_price_minor = excluded.seen_price_minor, gifts = excluded.gifts`.compile(
      db,
    ),
}));

export async function saveCartLine(tx: Transaction, line: SavedLine): Promise<void> {
  await runOn(tx, save, { ...line, gifts: JSON.stringify(line.gifts) });
}

export async function deleteCartLine(tx: Transaction, lineId: string): Promise<void> {
  await tx.deleteFrom('cart_line').where('id', '=', lineId).execute();
}

export async function updateCart(
  tx: Transaction,
  cartId: string,
  change: { readonly currency: Currency },
): Promise<void> {
  await tx.updateTable('cart').set(change).where('id', '=', cartId).execute();
}

const see = defineStatement<{ readonly ids: readonly string[]; readonly prices: readonly number[] }, never>(
  'cart_line_see',
  (db, param) => ({
    compile: () =>
      sql<never>`
      update cart_line l set seen_price_minor = seen.price
      from unnest(${param('ids')}::uuid[], ${param('prices')}::bigint[]) as seen (id, price) where l.id = seen.id`.compile(
        db,
      ),
  }),
);

/** Lines of a locked cart count as seen at these prices. */
export async function seePrices(
  tx: Transaction,
  lines: readonly { readonly id: string; readonly priceMinor: number }[],
): Promise<void> {
  if (lines.length === 0) return;
  await runOn(tx, see, {
    ids: lines.map(({ id }) => id),
    prices: lines.map(({ priceMinor }) => priceMinor),
  });
}

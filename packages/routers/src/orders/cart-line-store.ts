import { defineStatement, runOn, type Transaction } from '@turing/db';
import type { Currency } from '@turing/domain';
import { sql } from 'kysely';
import type { CartLine } from './cart-store.ts';

interface SavedLine extends Omit<CartLine, 'id'> {
  readonly cartId: string;
}

const save = defineStatement<SavedLine, never>('cart_line_save', (db, param) => ({
  compile: () =>
    sql<never>`
    insert into cart_line (cart_id, variant_id, quantity, seen_price_minor)
    values (${param('cartId')}, ${param('variantId')}, ${param('quantity')}, ${param('seenPriceMinor')})
    on conflict (cart_id, variant_id) do update
      set quantity = excluded.quantity, seen_price_minor = excluded.seen_price_minor`.compile(db),
}));

export async function saveCartLine(tx: Transaction, line: SavedLine): Promise<void> {
  await runOn(tx, save, line);
}

export async function deleteCartLine(tx: Transaction, lineId: string): Promise<void> {
  await tx.deleteFrom('cart_line').where('id', '=', lineId).execute();
}

export async function updateCart(
  tx: Transaction,
  cartId: string,
  change: { readonly currency?: Currency; readonly promotion_id?: string | null },
): Promise<void> {
  await tx.updateTable('cart').set(change).where('id', '=', cartId).execute();
}

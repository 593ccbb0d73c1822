import type { Transaction } from '@turing/db';
import { sql } from 'kysely';

/** Counts units of lines as cancelled. */
export async function addCancelled(
  tx: Transaction,
  lines: readonly { readonly id: string; readonly quantity: number }[],
): Promise<void> {
  await sql`
    update order_line l set cancelled_quantity = l.cancelled_quantity + n.quantity
    from unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[]) as n (id, quantity)
    where l.id = n.id`.execute(tx);
}

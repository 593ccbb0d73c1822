import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import type { CartPromotion } from './cart-store.ts';

function selectPromotion(reader: Reader) {
  return reader
    .selectFrom('promotion')
    .select([
      'id',
      'code',
      'name',
      'kind',
      'rate_ppm as ratePpm',
      'amount_minor as amountMinor',
      'minimum_subtotal_minor as minimumSubtotalMinor',
      'currency',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'usage_limit as usageLimit',
      'used_count as usedCount',
    ])
    .$narrowType<{ startsAt: Date; endsAt: Date | null }>();
}

export async function findPromotionByCode(reader: Reader, code: string): Promise<CartPromotion | null> {
  return (await selectPromotion(reader).where('code', '=', code.toUpperCase()).executeTakeFirst()) ?? null;
}

export async function findPromotion(reader: Reader, id: string): Promise<CartPromotion | null> {
  return (await selectPromotion(reader).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Counts one redemption unless the limit is reached; the row is locked until the order commits. */
export async function redeemPromotion(tx: Transaction, id: string): Promise<boolean> {
  const result = await tx
    .updateTable('promotion')
    .set({ used_count: sql`used_count + 1` })
    .where('id', '=', id)
    .where((where) =>
      where.or([where('usage_limit', 'is', null), where('used_count', '<', where.ref('usage_limit'))]),
    )
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Gives a redemption back when its order is cancelled or expires. */
export async function restorePromotion(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('promotion')
    .set({ used_count: sql`used_count - 1` })
    .where('id', '=', id)
    .execute();
}

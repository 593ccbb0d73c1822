import { defineStatement, runOn, type Transaction } from '@turing/db';
import { sql } from 'kysely';

/** Which promotion could not be used once more, and why. */
export interface RedemptionRefusal {
  readonly promotionId: string;
  readonly why: 'exhausted' | 'used_by_you' | 'changed';
}

interface Redemption {
  readonly promotionId: string;
  readonly codeId: string | null;
  /** As it was priced: another version is refused. */
  readonly version: number;
}

interface Row {
  readonly refusal: RedemptionRefusal | null;
}

const redeem = defineStatement<{ asked: string; buyers: readonly string[] }, Row>(
  'promotions_redeem',
  (db, param) => ({
    compile: () =>
      sql<Row>`select redeem_promotions(${param('asked')}::jsonb, ${param('buyers')}::text[]) as refusal`.compile(
        db,
      ),
  }),
);

/**
 * Counts one use of each promotion, of their codes and by each buyer, or none of them; the rows stay locked until the order
 * commits. Locks promotions by id, each with its code and its buyers.
 */
export async function redeemPromotions(
  tx: Transaction,
  asked: readonly Redemption[],
  buyers: readonly string[],
): Promise<RedemptionRefusal | null> {
  const [row] = await runOn(tx, redeem, { asked: JSON.stringify(asked), buyers });
  return row?.refusal ?? null;
}

/** Gives back the uses an order counts, when it is cancelled or expires. Once: repeating it changes nothing. */
export async function releasePromotions(tx: Transaction, orderId: string): Promise<void> {
  await sql`select release_promotions(${orderId}::uuid)`.execute(tx);
}

/** Takes again what `releasePromotions` gave back; false, and nothing taken, when a limit is reached by now. */
export async function redeemPromotionsAgain(tx: Transaction, orderId: string): Promise<boolean> {
  const { rows } = await sql<Row>`select redeem_promotions_again(${orderId}::uuid) as refusal`.execute(tx);
  return (rows[0]?.refusal ?? null) === null;
}

import type { Transaction } from '@turing/db';
import { type OrderPricing, ShopError } from '@turing/domain';
import { buyerKeysOf } from './buyer-keys.ts';
import type { CartPromotion } from './cart-promotion.ts';
import { redeemPromotions } from './redemption-store.ts';

/** A promotion that an order being placed uses, and what it takes off. */
export interface UsedPromotion {
  readonly promotion: CartPromotion;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly buyers: readonly string[];
}

/**
 * Counts the uses of everything that took something off a priced order.
 * @throws PROMOTION_EXHAUSTED, PROMOTION_NOT_APPLICABLE with `reason` when this buyer has used it up, CART_TOTAL_CHANGED
 * when staff changed one since it was priced
 */
export async function redeemForOrder(
  tx: Transaction,
  { promotions, priced }: { readonly promotions: readonly CartPromotion[]; readonly priced: OrderPricing },
  buyer: { readonly customerId: string | null; readonly email: string },
): Promise<UsedPromotion[]> {
  const buyers = buyerKeysOf(buyer);
  const used = priced.promotions.flatMap(({ id, applied, discountMinor, shippingMinor }) => {
    const promotion = promotions.find((each) => each.id === id);
    return applied && promotion !== undefined ? [{ promotion, discountMinor, shippingMinor, buyers }] : [];
  });
  if (used.length === 0) return used;
  const asked = used.map(({ promotion: { id, codeId, version } }) => ({ promotionId: id, codeId, version }));
  const refusal = await redeemPromotions(tx, asked, buyers);
  if (refusal === null) return used;
  const { code = null, name = '' } = promotions.find(({ id }) => id === refusal.promotionId) ?? {};
  if (refusal.why === 'changed') throw new ShopError('CART_TOTAL_CHANGED', { totalMinor: priced.totalMinor });
  if (refusal.why === 'exhausted') throw new ShopError('PROMOTION_EXHAUSTED', { code: code ?? name });
  throw new ShopError('PROMOTION_NOT_APPLICABLE', { code: code ?? name, reason: { kind: refusal.why } });
}

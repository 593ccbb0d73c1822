import { ShopError } from '@turing/domain';
import { promotionObstacle, viewCart } from './cart-pricing.ts';
import type { ApplyPromotionInput, CartView, RemovePromotionInput } from './cart-schemas.ts';
import { updateCart } from './cart-line-store.ts';
import type { ShopContext } from './context.ts';
import { loadCartContents } from './find-cart.ts';
import { findPromotionByCode } from './promotion-store.ts';
import { writeCart } from './write-cart.ts';

/**
 * Puts a promotion code on the cart. The code before it stays when the new one is refused.
 * @throws PROMOTION_NOT_FOUND, PROMOTION_EXHAUSTED, PROMOTION_NOT_APPLICABLE with `reason`
 */
export async function applyPromotion(ctx: ShopContext, input: ApplyPromotionInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.applyPromotion', input }, async (tx, cart, look) => {
    const promotion = await findPromotionByCode(tx, input.code);
    if (promotion === null) throw new ShopError('PROMOTION_NOT_FOUND', { code: input.code });
    const obstacle = promotionObstacle(promotion, cart.currency, look.now);
    if (obstacle === 'exhausted') throw new ShopError('PROMOTION_EXHAUSTED', { code: promotion.code });
    const contents = await loadCartContents(tx, cart, look);
    const reason = obstacle ?? viewCart({ ...contents, promotion }).promotion?.reason ?? null;
    if (reason !== null) {
      const { code, minimumSubtotalMinor } = promotion;
      throw new ShopError('PROMOTION_NOT_APPLICABLE', { code, reason, minimumSubtotalMinor });
    }
    await updateCart(tx, cart.id, { promotion_id: promotion.id });
  });
}

/** Takes the promotion code off the cart. */
export async function removePromotion(ctx: ShopContext, input: RemovePromotionInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.removePromotion', input }, (tx, cart) =>
    updateCart(tx, cart.id, { promotion_id: null }),
  );
}

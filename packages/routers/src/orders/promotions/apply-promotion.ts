import { ShopError } from '@turing/domain';
import { viewCart } from '../cart-pricing.ts';
import type { ApplyPromotionInput, CartView, RemovePromotionInput } from '../cart-schemas.ts';
import { getCart } from '../cart-store.ts';
import type { ShopContext } from '../context.ts';
import { loadCartContents } from '../find-cart.ts';
import { writeCart } from '../write-cart.ts';
import { addCartPromotion, findCode, removeCartPromotions } from './cart-promotion-store.ts';

const mostCodes = 10;

/**
 * Puts a promotion code on the cart beside those it has. One that waits for checkout is kept; one that gives nothing today is
 * refused, and the cart stays as it was.
 * @throws PROMOTION_NOT_FOUND, PROMOTION_EXHAUSTED, PROMOTION_NOT_APPLICABLE with `code` and `reason`, CART_LIMIT_EXCEEDED
 */
export async function applyPromotion(ctx: ShopContext, input: ApplyPromotionInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.applyPromotion', input }, async (tx, cart, look) => {
    const found = await findCode(tx, input.code);
    if (found === null) throw new ShopError('PROMOTION_NOT_FOUND', { code: input.code });
    const code = input.code.toUpperCase();
    const other = cart.promotions.find(({ id, codeId }) => id === found.promotionId && codeId !== found.id);
    if (other !== undefined) {
      const reason = { kind: 'does_not_combine', with: [other.code ?? other.name] };
      throw new ShopError('PROMOTION_NOT_APPLICABLE', { code, reason, currency: cart.currency });
    }
    if (cart.promotions.filter(({ codeId }) => codeId !== null && codeId !== found.id).length >= mostCodes)
      throw new ShopError('CART_LIMIT_EXCEEDED', { mostCodes });
    await addCartPromotion(tx, cart.id, found);
    const { promotions } = viewCart(await loadCartContents(tx, await getCart(tx, cart.token, look), look));
    const reason = promotions.find(({ id }) => id === found.promotionId)?.reason ?? null;
    if (reason === null || reason.kind === 'decided_at_checkout') return;
    if (reason.kind === 'exhausted') throw new ShopError('PROMOTION_EXHAUSTED', { code });
    throw new ShopError('PROMOTION_NOT_APPLICABLE', { code, reason, currency: cart.currency });
  });
}

/** Takes a promotion code off the cart, or every code when none is named. */
export async function removePromotion(ctx: ShopContext, input: RemovePromotionInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.removePromotion', input }, async (tx, cart) => {
    const { code } = input;
    const held = cart.promotions.find((promotion) => promotion.code === code?.toUpperCase());
    if (code === undefined || (held !== undefined && held.codeId !== null))
      await removeCartPromotions(tx, cart.id, held?.codeId ?? null);
  });
}

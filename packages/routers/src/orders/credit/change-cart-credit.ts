import { ShopError } from '@turing/domain';
import { limitRate } from '../../limit-rate.ts';
import type { CartView } from '../cart-schemas.ts';
import type { ShopContext } from '../context.ts';
import { writeCart } from '../write-cart.ts';
import { attachCredit, detachCredit, findStoreCredit } from './account-store.ts';
import type { CodeContext } from './context.ts';
import type { ApplyGiftCardInput, RemoveCreditInput, UseStoreCreditInput } from './credit-schemas.ts';
import { findGiftCard } from './find-gift-card.ts';

/** Gift cards that may pay one cart. */
const mostGiftCards = 5;

/**
 * Lets a gift card pay a cart. Tries are counted by cart as well as by address.
 * @throws GIFT_CARD_NOT_FOUND, alike for all that cannot be used; GIFT_CARD_NOT_APPLICABLE with `reason`;
 * GIFT_CARD_LIMIT_EXCEEDED; RATE_LIMITED; CART_NOT_FOUND, CART_ALREADY_ORDERED, IDEMPOTENCY_KEY_REUSED
 */
export async function applyGiftCard(ctx: CodeContext, input: ApplyGiftCardInput): Promise<CartView> {
  await limitRate(
    ctx,
    { path: 'orders.credit.applyGiftCard', type: 'mutation', limit: 'guess' },
    `cart:${input.token}`,
  );
  return writeCart(ctx, { operation: 'cart.applyGiftCard', input }, async (tx, cart, { now }) => {
    const card = await findGiftCard(tx, { secret: ctx.giftCardSecret, code: input.code, now });
    if (card.currency !== cart.currency)
      throw new ShopError('GIFT_CARD_NOT_APPLICABLE', { reason: 'other_currency', currency: card.currency });
    if (card.balanceMinor === 0) throw new ShopError('GIFT_CARD_NOT_APPLICABLE', { reason: 'empty' });
    const others = cart.credits.filter(({ id, kind }) => kind === 'gift_card' && id !== card.id);
    if (others.length >= mostGiftCards) throw new ShopError('GIFT_CARD_LIMIT_EXCEEDED', { mostGiftCards });
    await attachCredit(tx, cart.id, card.id);
  });
}

/**
 * Lets the store credit of the signed-in customer pay their cart.
 * @throws UNAUTHENTICATED; CREDIT_ACCOUNT_NOT_FOUND without any in the cart's currency; as `writeCart`
 */
export async function useStoreCredit(ctx: ShopContext, input: UseStoreCreditInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.useStoreCredit', input }, async (tx, cart, { customerId }) => {
    if (customerId === null) throw new ShopError('UNAUTHENTICATED');
    const account =
      cart.customerId === customerId
        ? await findStoreCredit(tx, { customerId, currency: cart.currency })
        : null;
    if (account === null || account.disabledAt !== null) throw new ShopError('CREDIT_ACCOUNT_NOT_FOUND');
    await attachCredit(tx, cart.id, account.id);
  });
}

/** Takes a gift card or the store credit off a cart; what is not on it is gone already. */
export async function removeCredit(ctx: ShopContext, input: RemoveCreditInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.removeCredit', input }, (tx, cart) =>
    detachCredit(tx, cart.id, input.accountId),
  );
}

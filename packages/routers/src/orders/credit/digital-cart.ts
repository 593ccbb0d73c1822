import type { CartContents } from '../cart-pricing.ts';

/** How gift cards leave: where a cart has nothing else, nothing is shipped and no place can be wrong. */
export const emailDelivery = {
  code: 'email',
  name: 'By e-mail',
  description: 'Each gift card is sent to the person it is for.',
  minDays: 0,
  maxDays: 0,
  amountMinor: 0,
  freeOverMinor: null,
} as const;

/** Whether nothing in a cart is shipped. */
export function isDigitalCart({ cart, purchasables }: Pick<CartContents, 'cart' | 'purchasables'>): boolean {
  return (
    cart.lines.length > 0 &&
    cart.lines.every(({ variantId }) => purchasables.get(variantId)?.kind === 'gift_card')
  );
}

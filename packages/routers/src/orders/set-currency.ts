import type { CartView, SetCurrencyInput } from './cart-schemas.ts';
import { updateCart } from './cart-line-store.ts';
import type { ShopContext } from './context.ts';
import { writeCart } from './write-cart.ts';

/** Prices the cart in another currency. Lines without a price in it stay and say `unavailable`. */
export async function setCurrency(ctx: ShopContext, input: SetCurrencyInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.setCurrency', input }, (tx, cart) =>
    updateCart(tx, cart.id, { currency: input.currency }),
  );
}

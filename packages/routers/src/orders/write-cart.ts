import type { Transaction } from '@turing/db';
import { viewCart } from './cart-pricing.ts';
import type { CartView } from './cart-schemas.ts';
import { type Cart, getCart, onceOnCart } from './cart-store.ts';
import type { ShopContext } from './context.ts';
import type { CartLook } from './cart-look.ts';
import { loadCartContents, lookNow } from './find-cart.ts';

interface CartWrite {
  readonly token: string;
  readonly idempotencyKey: string;
}

/**
 * Changes one locked cart once per idempotency key and answers the cart as it now is. Lock order: idempotency record,
 * cart, then whatever `change` locks.
 * @throws CART_NOT_FOUND, CART_ALREADY_ORDERED, IDEMPOTENCY_KEY_REUSED
 */
export async function writeCart(
  ctx: ShopContext,
  { operation, input }: { readonly operation: string; readonly input: CartWrite },
  change: (tx: Transaction, cart: Cart, look: CartLook) => Promise<void>,
): Promise<CartView> {
  const { token, idempotencyKey: key } = input;
  const look = await lookNow(ctx);
  return ctx.db.transaction(async (tx) => {
    await onceOnCart(tx, { token, key, operation, input, look }, async (cart) => {
      await change(tx, cart, look);
      return null;
    });
    return viewCart(await loadCartContents(tx, await getCart(tx, token, look), look));
  });
}

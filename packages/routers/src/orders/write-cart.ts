import type { Transaction } from '@turing/db';
import { type IdempotentWrite, once } from '../idempotency/idempotency-store.ts';
import { viewCart } from './cart-pricing.ts';
import type { CartView } from './cart-schemas.ts';
import { type Cart, lockCart, updateCart } from './cart-store.ts';
import type { ShopContext } from './context.ts';
import { type CartLook, loadCartContents, lookNow } from './find-cart.ts';

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
  write: Omit<IdempotentWrite, 'scope' | 'key' | 'input'> & { readonly input: CartWrite },
  change: (tx: Transaction, cart: Cart, look: CartLook) => Promise<void>,
): Promise<CartView> {
  const { token, idempotencyKey } = write.input;
  const look = await lookNow(ctx);
  return ctx.db.transaction(async (tx) => {
    const identity = {
      scope: `cart:${token}`,
      key: idempotencyKey,
      operation: write.operation,
      input: write.input,
    };
    await once(tx, identity, async () => {
      const cart = await lockCart(tx, token);
      await change(tx, cart, look);
      await updateCart(tx, cart.id, { updated_at: look.now });
      return null;
    });
    return viewCart(await loadCartContents(tx, await lockCart(tx, token), look));
  });
}

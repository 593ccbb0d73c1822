import { findCart } from '../cart-store.ts';
import { priceCheckout } from '../checkout-pricing.ts';
import type { PlaceOrderInput } from '../checkout-schemas.ts';
import type { ShopContext } from '../context.ts';
import type { CartLook } from '../cart-look.ts';
import { loadCartContents } from '../find-cart.ts';
import type { Recipient } from '../recipient.ts';
import { outsideOf } from './ask-outside.ts';

/**
 * Before the transaction that places an order: asks carriers and tax services whatever it will look up, so that nothing inside it
 * touches the network. Costs nothing where the shop's own tables decide.
 * @throws as `priceCheckout`
 */
export async function askBefore(
  ctx: ShopContext,
  input: Pick<PlaceOrderInput, 'token' | 'shippingMethod'> & { readonly recipient: Recipient },
  look: CartLook,
): Promise<void> {
  if (ctx.shippingRates === undefined && ctx.taxCalculator === undefined) return;
  const cart = await findCart(ctx.db.reader, input.token, look);
  // Gone or ordered already: the transaction knows what to say.
  if (cart === null || cart.lines.length === 0) return;
  const contents = await loadCartContents(ctx.db.reader, cart, look);
  const { recipient, shippingMethod } = input;
  await priceCheckout(outsideOf(ctx, look.now), contents, { ...recipient.place, shippingMethod });
}

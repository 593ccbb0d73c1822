import { ShopError } from '@turing/domain';
import { findCart } from './cart-store.ts';
import { priceCheckout, viewQuote } from './checkout-pricing.ts';
import type { Quote, QuoteInput } from './checkout-schemas.ts';
import type { ShopContext } from './context.ts';
import { loadCartContents, lookNow } from './find-cart.ts';
import { outsideOf } from './outside/index.ts';
import { offeredMethods } from './payment-methods.ts';

/**
 * What the cart would cost sent to a place, with every shipping method offered there. Writes nothing but what carriers and tax
 * services answered.
 * @throws CART_NOT_FOUND, CART_EMPTY, SHIPPING_UNAVAILABLE, SHIPPING_METHOD_NOT_FOUND, TAX_UNAVAILABLE
 */
export async function quoteCheckout(ctx: ShopContext, input: QuoteInput): Promise<Quote> {
  const look = { ...(await lookNow(ctx)), email: input.email ?? null };
  const cart = await findCart(ctx.db.reader, input.token, look);
  if (cart === null) throw new ShopError('CART_NOT_FOUND');
  const contents = await loadCartContents(ctx.db.reader, cart, look);
  if (cart.lines.length === 0) throw new ShopError('CART_EMPTY');
  const quote = viewQuote(contents, await priceCheckout(outsideOf(ctx, look.now), contents, input));
  return { ...quote, paymentMethods: offeredMethods(ctx) };
}

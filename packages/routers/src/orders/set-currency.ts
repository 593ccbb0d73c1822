import type { CartView, SetCurrencyInput } from './cart-schemas.ts';
import { loadPurchasables } from '../products/index.ts';
import { seePrices, updateCart } from './cart-line-store.ts';
import type { ShopContext } from './context.ts';
import { priceQuestionOf } from './find-cart.ts';
import { writeCart } from './write-cart.ts';

/**
 * Prices the cart in another currency. Lines without a price in it stay and say `unavailable`; the others count as seen at their new
 * prices: whoever chose the currency did not see them change.
 */
export async function setCurrency(ctx: ShopContext, input: SetCurrencyInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.setCurrency', input }, async (tx, cart, look) => {
    const { currency } = input;
    await updateCart(tx, cart.id, { currency });
    const variantIds = cart.lines.map((line) => line.variantId);
    const question = priceQuestionOf({ ...cart, currency }, look);
    const purchasables = await loadPurchasables(tx, variantIds, question);
    const prices = cart.lines.flatMap(({ id, variantId }) => {
      const priceMinor = purchasables.get(variantId)?.priceMinor ?? null;
      return priceMinor === null ? [] : [{ id, priceMinor }];
    });
    await seePrices(tx, prices);
  });
}

import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { loadPurchasables } from '../products/index.ts';
import type { CartView, SetLineInput } from './cart-schemas.ts';
import { type Cart, deleteCartLine, listCartLines, saveCartLine } from './cart-store.ts';
import type { ShopContext } from './context.ts';
import { type CartLook, priceQuestionOf } from './find-cart.ts';
import { writeCart } from './write-cart.ts';

const mostLines = 100;
const mostPerLine = 99;

interface Added {
  readonly variantId: string;
  readonly quantity: number;
  readonly look: CartLook;
}

/**
 * Puts `quantity` of a variant into the cart at today's price, replacing what the cart had of it.
 * @throws VARIANT_NOT_FOUND, PRICE_UNAVAILABLE, PRODUCT_OUT_OF_STOCK with `available`, CART_LIMIT_EXCEEDED
 */
async function putVariant(tx: Transaction, cart: Cart, { look, ...line }: Added): Promise<void> {
  const items = await loadPurchasables(tx, [line.variantId], priceQuestionOf(cart, look));
  const item = items.get(line.variantId);
  if (item === undefined || !item.sellable)
    throw new ShopError('VARIANT_NOT_FOUND', { variantId: line.variantId });
  if (item.priceMinor === null) throw new ShopError('PRICE_UNAVAILABLE', { currency: cart.currency });
  if (line.quantity > mostPerLine) throw new ShopError('CART_LIMIT_EXCEEDED', { mostPerLine });
  if (item.available < line.quantity) {
    throw new ShopError('PRODUCT_OUT_OF_STOCK', { variantId: line.variantId, available: item.available });
  }
  await saveCartLine(tx, cart.id, { ...line, seenPriceMinor: item.priceMinor });
}

/** Adds `quantity` to what the cart already has of the variant. Throws as `putVariant`. */
export async function addVariant(
  tx: Transaction,
  cart: Cart,
  { variantId, quantity, look }: Added,
): Promise<void> {
  const lines = await listCartLines(tx, cart.id);
  const present = lines.find((line) => line.variantId === variantId);
  if (present === undefined && lines.length >= mostLines)
    throw new ShopError('CART_LIMIT_EXCEEDED', { mostLines });
  await putVariant(tx, cart, { variantId, quantity: (present?.quantity ?? 0) + quantity, look });
}

/**
 * Sets a line's quantity; zero removes it. Lowering is always allowed, even of what is no longer sold.
 * @throws CART_LINE_NOT_FOUND, and as `putVariant` when raising
 */
export async function setLine(ctx: ShopContext, input: SetLineInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.setLine', input }, async (tx, cart, look) => {
    const line = (await listCartLines(tx, cart.id)).find(({ id }) => id === input.lineId);
    if (line === undefined) throw new ShopError('CART_LINE_NOT_FOUND');
    if (input.quantity === 0) return deleteCartLine(tx, line.id);
    if (input.quantity <= line.quantity)
      return saveCartLine(tx, cart.id, { ...line, quantity: input.quantity });
    return putVariant(tx, cart, { variantId: line.variantId, quantity: input.quantity, look });
  });
}

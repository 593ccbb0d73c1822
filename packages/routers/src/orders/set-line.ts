import type { Transaction } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import { loadPurchasables, type Purchasable } from '../products/index.ts';
import { deleteCartLine, saveCartLine } from './cart-line-store.ts';
import type { CartView, SetLineInput } from './cart-schemas.ts';
import type { Cart, CartLine } from './cart-store.ts';
import type { Gift, GiftInput } from './credit/gift-schemas.ts';
import { giftsFor, resizeGifts } from './credit/gifts.ts';
import type { ShopContext } from './context.ts';
import type { CartLook } from './cart-look.ts';
import { priceQuestionOf } from './find-cart.ts';
import { writeCart } from './write-cart.ts';

const mostLines = 100;
const mostPerLine = 99;

interface Wanted {
  readonly variantId: string;
  readonly quantity: number;
  /** For whom the gift cards of the line are; nothing else has any. */
  readonly gifts: readonly Gift[];
}

/** The line that may be put into a cart at today's price, or why not: the codes `putVariant` throws. */
export function judge(
  item: Purchasable | undefined,
  { currency, ...wanted }: Wanted & { readonly currency: Currency },
): { readonly line: Omit<CartLine, 'id'> } | { readonly refusal: ShopError } {
  const { variantId, quantity, gifts } = wanted;
  if (item === undefined || !item.sellable)
    return { refusal: new ShopError('VARIANT_NOT_FOUND', { variantId }) };
  const { priceMinor, available } = item;
  if (priceMinor === null) return { refusal: new ShopError('PRICE_UNAVAILABLE', { currency }) };
  if (quantity > mostPerLine) return { refusal: new ShopError('CART_LIMIT_EXCEEDED', { mostPerLine }) };
  if (available < quantity)
    return { refusal: new ShopError('PRODUCT_OUT_OF_STOCK', { variantId, available }) };
  const isGiftCard = item.kind === 'gift_card';
  if (isGiftCard && gifts.length !== quantity)
    return { refusal: new ShopError('GIFT_CARD_RECIPIENT_REQUIRED', { variantId }) };
  return { line: { variantId, quantity, gifts: isGiftCard ? gifts : [], seenPriceMinor: priceMinor } };
}

interface Added extends Wanted {
  readonly look: CartLook;
}

/**
 * Puts `quantity` of a variant into the cart at today's price, replacing what the cart had of it.
 * @throws VARIANT_NOT_FOUND, PRICE_UNAVAILABLE, PRODUCT_OUT_OF_STOCK with `available`, CART_LIMIT_EXCEEDED,
 * GIFT_CARD_RECIPIENT_REQUIRED
 */
async function putVariant(tx: Transaction, cart: Cart, { look, ...wanted }: Added): Promise<void> {
  const items = await loadPurchasables(tx, [wanted.variantId], priceQuestionOf(cart, look));
  const verdict = judge(items.get(wanted.variantId), { ...wanted, currency: cart.currency });
  if ('refusal' in verdict) throw verdict.refusal;
  await saveCartLine(tx, { cartId: cart.id, ...verdict.line });
}

interface Addition extends Omit<Added, 'gifts'> {
  readonly gift?: GiftInput | undefined;
}

/** Adds `quantity` to what the cart already has of the variant. Throws as `putVariant`. */
export async function addVariant(
  tx: Transaction,
  cart: Cart,
  { variantId, quantity, look, gift }: Addition,
): Promise<void> {
  const present = cart.lines.find((line) => line.variantId === variantId);
  if (present === undefined && cart.lines.length >= mostLines)
    throw new ShopError('CART_LIMIT_EXCEEDED', { mostLines });
  const gifts = [...(present?.gifts ?? []), ...(gift === undefined ? [] : giftsFor(gift, quantity))];
  await putVariant(tx, cart, { variantId, quantity: (present?.quantity ?? 0) + quantity, gifts, look });
}

/**
 * Sets a line's quantity; zero removes it. Lowering is always allowed, even of what is no longer sold.
 * @throws CART_LINE_NOT_FOUND, and as `putVariant` when raising
 */
export async function setLine(ctx: ShopContext, input: SetLineInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.setLine', input }, async (tx, cart, look) => {
    const line = cart.lines.find(({ id }) => id === input.lineId);
    if (line === undefined) throw new ShopError('CART_LINE_NOT_FOUND');
    const { quantity } = input;
    const gifts = resizeGifts(line.gifts, quantity);
    if (quantity === 0) return deleteCartLine(tx, line.id);
    if (quantity <= line.quantity) return saveCartLine(tx, { ...line, cartId: cart.id, quantity, gifts });
    return putVariant(tx, cart, { variantId: line.variantId, quantity, gifts, look });
  });
}

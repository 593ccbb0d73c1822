import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { deleteCartLine, saveCartLine } from '../cart-line-store.ts';
import type { CartView } from '../cart-schemas.ts';
import type { Cart } from '../cart-store.ts';
import type { ShopContext } from '../context.ts';
import { writeCart } from '../write-cart.ts';
import type { ChangeGiftInput, RemoveGiftInput } from './credit-schemas.ts';
import type { Gift } from './gift-schemas.ts';

/** @throws CART_LINE_NOT_FOUND when the line, or the card of it, is not in the cart (any more) */
async function writeGifts(
  tx: Transaction,
  cart: Cart,
  { lineId, giftId, change }: { lineId: string; giftId: string; change: (gift: Gift) => Gift | null },
): Promise<void> {
  const line = cart.lines.find(({ id }) => id === lineId);
  if (line === undefined || !line.gifts.some(({ id }) => id === giftId))
    throw new ShopError('CART_LINE_NOT_FOUND');
  const gifts = line.gifts.flatMap((gift) => (gift.id === giftId ? (change(gift) ?? []) : gift));
  if (gifts.length === 0) return deleteCartLine(tx, line.id);
  return saveCartLine(tx, { ...line, cartId: cart.id, quantity: gifts.length, gifts });
}

/** Changes for whom one card of a line is. @throws CART_LINE_NOT_FOUND, and as `writeCart` */
export async function changeGift(ctx: ShopContext, input: ChangeGiftInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.changeGift', input }, (tx, cart) =>
    writeGifts(tx, cart, { ...input, change: ({ id }) => ({ ...input.gift, id }) }),
  );
}

/** Takes one card out of a line, and with the last the line. @throws CART_LINE_NOT_FOUND, and as `writeCart` */
export async function removeGift(ctx: ShopContext, input: RemoveGiftInput): Promise<CartView> {
  return writeCart(ctx, { operation: 'cart.removeGift', input }, (tx, cart) =>
    writeGifts(tx, cart, { ...input, change: () => null }),
  );
}

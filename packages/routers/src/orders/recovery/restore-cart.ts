import { ShopError } from '@turing/domain';
import type { Transaction } from '@turing/db';
import { gatherCarts } from '../account-cart.ts';
import type { CartLook } from '../cart-look.ts';
import type { ShopContext } from '../context.ts';
import { lookNow } from '../find-cart.ts';
import { joinGuestCarts } from './join-carts-store.ts';
import { findRestorable, noteRestored, type RestorableCart } from './recovery-store.ts';
import type { Restored, RestoreInput } from './schemas.ts';

/**
 * Brings a cart that was left to the device of who follows the link, with what is in hand there: no line is lost, and
 * following it again changes nothing. The cart of an account is not handed out: its owner signs in and has it.
 * Lock order: the customer, the carts by id.
 * @throws CART_NOT_FOUND for a link that is none
 */
export async function restoreCart(ctx: ShopContext, input: RestoreInput): Promise<Restored> {
  const look = await lookNow(ctx);
  return ctx.db.transaction(async (tx) => {
    const cart = await findRestorable(tx, input.restoreToken);
    if (cart === null) throw new ShopError('CART_NOT_FOUND');
    if (cart.isOrdered) return { token: null, outcome: 'ordered' };
    if (cart.customerId !== null && cart.customerId !== look.customerId) {
      return { token: null, outcome: 'sign_in' };
    }
    await noteRestored(tx, input.restoreToken, look.now);
    return { token: await handOver(tx, cart, { ...look, token: input.token }), outcome: 'restored' };
  });
}

async function handOver(
  tx: Transaction,
  cart: RestorableCart,
  { customerId, token, now }: CartLook & Pick<RestoreInput, 'token'>,
): Promise<string | null> {
  if (customerId !== null) return gatherCarts(tx, { customerId, token: cart.token, now });
  if (token === null || token === cart.token) return cart.token;
  return joinGuestCarts(tx, { kept: cart.token, given: token, now });
}

import { type CustomerActor, lockCustomer } from '../customers/index.ts';
import type { Context } from '../context.ts';
import { giveOrders, hasClaimable } from './claim-store.ts';
import type { ClaimedOrders } from './order-schemas.ts';

/**
 * Gives a customer the orders that were placed as a guest with their address. Only what the database says of the address
 * counts: until it has been verified there, and again after it changed, nothing is given. An order is given once.
 * @throws CUSTOMER_NOT_FOUND
 */
export async function claimOrders(
  ctx: Pick<Context, 'db'> & { readonly customer: CustomerActor },
): Promise<ClaimedOrders> {
  if (!(await hasClaimable(ctx.db.reader, ctx.customer.id))) return { claimed: 0 };
  const claimed = await ctx.db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, ctx.customer.id);
    return customer.emailVerified ? giveOrders(tx, customer) : 0;
  });
  return { claimed };
}

import { ShopError } from '@turing/domain';
import type { Context } from '../context.ts';
import type { CustomerActor } from '../customers/index.ts';
import { getOrderByToken } from './get-order.ts';
import { findMyOrderToken } from './my-order-store.ts';
import type { MyOrderInput, OrderView } from './order-schemas.ts';

/** An order of the customer's own. @throws ORDER_NOT_FOUND, of another's too */
export async function getMyOrder(
  ctx: Pick<Context, 'db'> & { readonly customer: CustomerActor },
  { number }: MyOrderInput,
): Promise<OrderView> {
  const token = await findMyOrderToken(ctx.db.reader, { customerId: ctx.customer.id, number });
  if (token === null) throw new ShopError('ORDER_NOT_FOUND');
  return getOrderByToken(ctx.db, token);
}

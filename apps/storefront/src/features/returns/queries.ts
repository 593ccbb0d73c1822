import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { shopperApi } from '@/lib/api.ts';

export type OrderReturns = RouterOutputs['orders']['returns']['find'];
export type OrderReturn = OrderReturns['returns'][number];

/** What came of an order after it left: returns, what else can be sent back, and messages of the shop. */
export function getReturns(token: string): Promise<OrderReturns> {
  return shopperApi().orders.returns.find.query({ token });
}

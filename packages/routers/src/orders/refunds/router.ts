import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import { staffOrderSchema } from '../order-schemas.ts';
import { refundOrder } from './refund-order.ts';
import { loadRefundable } from './refundable-store.ts';
import { retryRefund } from './retry-refund.ts';
import { refundableSchema, refundOrderInput, retryRefundInput } from './schemas.ts';

const refund = staffProcedure('orders:refund');

export const refundsRouter = router({
  /** What the order can still give back: the form computes its sum from it. */
  refundable: staffProcedure('orders:read')
    .input(z.object({ id: idSchema }))
    .output(refundableSchema)
    .query(({ ctx, input }) => loadRefundable(ctx.db.reader, input.id)),
  create: refund
    .input(refundOrderInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => refundOrder(ctx, input)),
  retry: refund
    .input(retryRefundInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => retryRefund(ctx, input)),
});

import { publicProcedure, router, staffProcedure } from '../trpc.ts';
import { markPaid } from './mark-paid.ts';
import { recordRefund } from './record-refund.ts';
import {
  checkoutSchema,
  markPaidInput,
  recordRefundInput,
  staffOrderSchema,
  startCheckoutInput,
  syncInput,
  syncSchema,
} from './schemas.ts';
import { startCheckout } from './start-checkout.ts';
import { syncPayment } from './sync-payment.ts';

const staffRouter = router({
  /** Money that came by bank or at the door. */
  markPaid: staffProcedure('orders:write')
    .input(markPaidInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => markPaid(ctx, input)),
  recordRefund: staffProcedure('orders:refund')
    .input(recordRefundInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => recordRefund(ctx, input)),
});

export const paymentsRouter = router({
  staff: staffRouter,

  /** Opens (or reopens) the gateway's payment page for an unpaid order. */
  startCheckout: publicProcedure
    .input(startCheckoutInput)
    .output(checkoutSchema)
    .mutation(({ ctx, input }) => startCheckout(ctx, input)),

  /** Asks the gateway about the order's payment and applies the answer: the return page need not wait for a webhook. */
  sync: publicProcedure
    .input(syncInput)
    .output(syncSchema)
    .mutation(({ ctx, input }) => syncPayment(ctx, input)),
});

import { publicProcedure, router } from '../trpc.ts';
import { checkoutSchema, startCheckoutInput, syncInput, syncSchema } from './schemas.ts';
import { startCheckout } from './start-checkout.ts';
import { syncPayment } from './sync-payment.ts';

export const paymentsRouter = router({
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

import { z } from 'zod';
import { publicProcedure, router, staffProcedure } from '../../trpc.ts';
import { listAbandoned, summariseRecovery } from './abandoned-list-store.ts';
import { rememberEmail } from './remember-email.ts';
import { restoreCart } from './restore-cart.ts';
import {
  abandonedPageSchema,
  listAbandonedInput,
  recoverySummarySchema,
  rememberInput,
  restoredSchema,
  restoreInput,
  unsubscribeInput,
} from './schemas.ts';
import { unsubscribe } from './stop-letters.ts';

const read = staffProcedure('orders:read');

/** Carts that were left: whom to remind, and the way back. */
export const recoveryRouter = router({
  /** Whose the cart is, as soon as checkout knows, and whether they agreed to letters. */
  remember: publicProcedure
    .input(rememberInput)
    .output(z.null())
    .mutation(({ ctx, input }) => rememberEmail(ctx, input)),
  restore: publicProcedure
    .input(restoreInput)
    .output(restoredSchema)
    .mutation(({ ctx, input }) => restoreCart(ctx, input)),
  unsubscribe: publicProcedure
    .input(unsubscribeInput)
    .output(z.null())
    .mutation(({ ctx, input }) => unsubscribe(ctx, input)),
  list: read
    .input(listAbandonedInput)
    .output(abandonedPageSchema)
    .query(({ ctx, input }) => listAbandoned(ctx.db.reader, { ...input, now: ctx.now() })),
  summary: read.output(recoverySummarySchema).query(({ ctx }) => summariseRecovery(ctx.db.reader, ctx.now())),
});

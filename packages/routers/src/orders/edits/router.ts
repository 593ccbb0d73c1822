import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import { staffOrderSchema } from '../order-schemas.ts';
import { commitEdit } from './commit-edit.ts';
import { listEdits } from './edit-store.ts';
import { previewEdit } from './preview-edit.ts';
import { releaseHold } from './release-hold.ts';
import {
  commitEditInput,
  editListSchema,
  editPreviewSchema,
  previewEditInput,
  releaseHoldInput,
  sendPaymentLinkInput,
} from './schemas.ts';
import { sendPaymentLink } from './send-payment-link.ts';

/** Changes of an order that has not been shipped whole. */
export const editsRouter = router({
  list: staffProcedure('orders:read')
    .input(z.object({ id: idSchema }))
    .output(editListSchema)
    .query(async ({ ctx, input }) => ({ items: await listEdits(ctx.db.reader, input.id) })),
  /** What a change would make of the order and its money. */
  preview: staffProcedure('orders:write')
    .input(previewEditInput)
    .output(editPreviewSchema)
    .query(({ ctx, input }) => previewEdit(ctx.db, input, ctx.now())),
  commit: staffProcedure('orders:write')
    .input(commitEditInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => commitEdit(ctx, input)),
  /** Lets unpaid units be shipped. */
  releaseHold: staffProcedure('orders:write')
    .input(releaseHoldInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => releaseHold(ctx, input)),
  sendPaymentLink: staffProcedure('orders:write')
    .input(sendPaymentLinkInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => sendPaymentLink(ctx, input)),
});

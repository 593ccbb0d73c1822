import { router, staffProcedure } from '../../trpc.ts';
import { bulkCancel, bulkDeliver, bulkShip, bulkTag } from './bulk-orders.ts';
import { createView } from './create-view.ts';
import { removeView } from './delete-view.ts';
import {
  bulkCancelInput,
  bulkDeliverInput,
  bulkOutcomesSchema,
  bulkShipInput,
  bulkTagInput,
  createViewInput,
  deleteViewInput,
  savedViewSchema,
  updateViewInput,
  viewsSchema,
} from './schemas.ts';
import { changeView } from './update-view.ts';
import { listViews } from './view-store.ts';
import { z } from 'zod';

const read = staffProcedure('orders:read');

/** Filters under a name: one's own, and those that colleagues share. */
export const viewsRouter = router({
  list: read.output(viewsSchema).query(({ ctx }) => listViews(ctx.db.reader, ctx.staff.id)),
  create: read
    .input(createViewInput)
    .output(savedViewSchema)
    .mutation(({ ctx, input }) => createView(ctx, input)),
  update: read
    .input(updateViewInput)
    .output(savedViewSchema)
    .mutation(({ ctx, input }) => changeView(ctx, input)),
  delete: read
    .input(deleteViewInput)
    .output(z.null())
    .mutation(({ ctx, input }) => removeView(ctx, input)),
});

/** One thing done to up to a hundred orders, each by itself. */
export const bulkRouter = router({
  ship: staffProcedure('orders:ship')
    .input(bulkShipInput)
    .output(bulkOutcomesSchema)
    .mutation(({ ctx, input }) => bulkShip(ctx, input)),
  tag: staffProcedure('orders:write')
    .input(bulkTagInput)
    .output(bulkOutcomesSchema)
    .mutation(({ ctx, input }) => bulkTag(ctx, input)),
  markDelivered: staffProcedure('orders:ship')
    .input(bulkDeliverInput)
    .output(bulkOutcomesSchema)
    .mutation(({ ctx, input }) => bulkDeliver(ctx, input)),
  cancel: staffProcedure('orders:cancel')
    .input(bulkCancelInput)
    .output(bulkOutcomesSchema)
    .mutation(({ ctx, input }) => bulkCancel(ctx, input)),
});

import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';
import { publicProcedure, router, staffProcedure } from '../../trpc.ts';
import { listDrafts } from './draft-store.ts';
import { getDraftView, getOfferedDraft } from './get-draft.ts';
import { acceptDraft, placeDraft } from './place-draft.ts';
import { loadPricedDraft, viewPreview } from './price-draft.ts';
import {
  acceptDraftInput,
  acceptedDraftSchema,
  createDraftInput,
  draftPageSchema,
  draftPlacedSchema,
  draftPreviewSchema,
  draftReceiptSchema,
  draftSchema,
  draftWriteInput,
  listDraftsInput,
  offeredDraftInput,
  offeredDraftSchema,
  placeDraftInput,
  previewDraftInput,
  reserveDraftInput,
  sendDraftInput,
  updateDraftInput,
} from './schemas.ts';
import { sendDraft } from './send-draft.ts';
import { createDraft, duplicateDraft, removeDraft, reserveDraft, updateDraft } from './write-draft.ts';

/** A draft by the secret link that was sent. */
export const offeredDraftsRouter = router({
  byToken: publicProcedure
    .input(offeredDraftInput)
    .output(offeredDraftSchema)
    .query(({ ctx, input }) => getOfferedDraft(ctx.db, input.token, ctx.now())),
  /** Makes its order, once. */
  accept: publicProcedure
    .input(acceptDraftInput)
    .output(acceptedDraftSchema)
    .mutation(({ ctx, input }) => acceptDraft(ctx, input)),
});

/** Orders that staff put together. */
export const staffDraftsRouter = router({
  list: staffProcedure('orders:read')
    .input(listDraftsInput)
    .output(draftPageSchema)
    .query(({ ctx, input }) => listDrafts(ctx.db.reader, input)),
  get: staffProcedure('orders:read')
    .input(z.object({ id: idSchema }))
    .output(draftSchema)
    .query(({ ctx, input }) => getDraftView(ctx.db, input.id, ctx.now())),
  /** What a draft would cost that is not saved yet. */
  preview: staffProcedure('orders:write')
    .input(previewDraftInput)
    .output(draftPreviewSchema)
    .query(async ({ ctx, input }) => viewPreview(await loadPricedDraft(ctx.db.reader, input, ctx.now()))),
  create: staffProcedure('orders:write')
    .input(createDraftInput)
    .output(draftReceiptSchema)
    .mutation(({ ctx, input }) => createDraft(ctx, input)),
  update: staffProcedure('orders:write')
    .input(updateDraftInput)
    .output(draftReceiptSchema)
    .mutation(({ ctx, input }) => updateDraft(ctx, input)),
  duplicate: staffProcedure('orders:write')
    .input(z.object({ id: idSchema, idempotencyKey: idempotencyKeySchema }))
    .output(draftReceiptSchema)
    .mutation(({ ctx, input }) => duplicateDraft(ctx, input)),
  delete: staffProcedure('orders:write')
    .input(draftWriteInput)
    .output(draftReceiptSchema)
    .mutation(({ ctx, input }) => removeDraft(ctx, input)),
  /** Keeps stock for it until a time, or gives it back. */
  reserve: staffProcedure('orders:write')
    .input(reserveDraftInput)
    .output(draftReceiptSchema)
    .mutation(({ ctx, input }) => reserveDraft(ctx, input)),
  send: staffProcedure('orders:write')
    .input(sendDraftInput)
    .output(draftReceiptSchema)
    .mutation(({ ctx, input }) => sendDraft(ctx, input)),
  /** Makes its order, to be paid by invoice or on delivery. */
  place: staffProcedure('orders:write')
    .input(placeDraftInput)
    .output(draftPlacedSchema)
    .mutation(({ ctx, input }) => placeDraft(ctx, input)),
});

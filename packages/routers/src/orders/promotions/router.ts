import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import { addCode, generateCodes } from './change-codes.ts';
import { listCodes } from './code-store.ts';
import { createPromotion } from './create-promotion.ts';
import { duplicatePromotion } from './duplicate-promotion.ts';
import { previewPromotion } from './preview-promotion.ts';
import { getPromotion, listPromotions } from './promotion-store.ts';
import {
  addCodeInput,
  codePageSchema,
  createPromotionInput,
  duplicatePromotionInput,
  endPromotionInput,
  generateCodesInput,
  generatedCodesSchema,
  listCodesInput,
  listPromotionsInput,
  previewPromotionInput,
  promotionPageSchema,
  promotionPreviewSchema,
  promotionSchema,
  updatePromotionInput,
  usageSchema,
} from './staff-schemas.ts';
import { changePromotion, endPromotion } from './update-promotion.ts';
import { summariseUsage } from './usage-store.ts';

const read = staffProcedure('orders:read');
const write = staffProcedure('promotions:write');

export const promotionsRouter = router({
  list: read
    .input(listPromotionsInput)
    .output(promotionPageSchema)
    .query(({ ctx, input }) => listPromotions(ctx.db.reader, input, ctx.now())),
  get: read
    .input(z.object({ id: idSchema }))
    .output(promotionSchema)
    .query(({ ctx, input }) => getPromotion(ctx.db.reader, input.id, ctx.now())),
  /** What it has given and brought. */
  usage: read
    .input(z.object({ id: idSchema }))
    .output(usageSchema)
    .query(({ ctx, input }) => summariseUsage(ctx.db.reader, input.id, ctx.now())),
  codes: write
    .input(listCodesInput)
    .output(codePageSchema)
    .query(({ ctx, input }) => listCodes(ctx.db.reader, input)),
  /** What it would do to a cart, while it is being written. */
  preview: write
    .input(previewPromotionInput)
    .output(promotionPreviewSchema)
    .query(({ ctx, input }) => previewPromotion(ctx, input)),
  create: write
    .input(createPromotionInput)
    .output(promotionSchema)
    .mutation(({ ctx, input }) => createPromotion(ctx, input)),
  update: write
    .input(updatePromotionInput)
    .output(promotionSchema)
    .mutation(({ ctx, input }) => changePromotion(ctx, input)),
  duplicate: write
    .input(duplicatePromotionInput)
    .output(promotionSchema)
    .mutation(({ ctx, input }) => duplicatePromotion(ctx, input)),
  end: write
    .input(endPromotionInput)
    .output(promotionSchema)
    .mutation(({ ctx, input }) => endPromotion(ctx, input)),
  addCode: write
    .input(addCodeInput)
    .output(promotionSchema)
    .mutation(({ ctx, input }) => addCode(ctx, input)),
  generateCodes: write
    .input(generateCodesInput)
    .output(generatedCodesSchema)
    .mutation(({ ctx, input }) => generateCodes(ctx, input)),
});

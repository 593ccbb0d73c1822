import { z } from 'zod';
import { idSchema, minorSchema } from '../../schemas.ts';

/** Why a promotion gives nothing, as `PromotionReason` of the domain; the others are named by their code or name. */
export const promotionReasonSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'not_running',
      'exhausted',
      'used_by_you',
      'wrong_items',
      'reward_missing',
      'other_country',
      'not_first_order',
      'not_for_you',
      'other_currency',
      'nothing_to_discount',
    ]),
  }),
  z.object({
    kind: z.literal('below_minimum'),
    missingMinor: minorSchema.nullable(),
    missingQuantity: z.number().int().nullable(),
  }),
  z.object({ kind: z.literal('does_not_combine'), with: z.array(z.string()) }),
  z.object({ kind: z.literal('decided_at_checkout'), unknown: z.array(z.enum(['country', 'email'])) }),
]);

export const cartPromotionSchema = z.object({
  id: idSchema,
  /** Null for what needs no code. */
  code: z.string().nullable(),
  name: z.string(),
  applied: z.boolean(),
  /** What it takes off the goods, and off the shipping once that is known. */
  discountMinor: minorSchema,
  shippingMinor: minorSchema,
  freesShipping: z.boolean(),
  /** Null when it applies. */
  reason: promotionReasonSchema.nullable(),
});

/** What a promotion took off an order. */
export const orderPromotionSchema = z.object({
  promotionId: idSchema,
  code: z.string().nullable(),
  name: z.string(),
  discountMinor: minorSchema,
  shippingMinor: minorSchema,
});

export type CartPromotionView = z.infer<typeof cartPromotionSchema>;
export type PromotionReasonView = z.infer<typeof promotionReasonSchema>;
export type OrderPromotionView = z.infer<typeof orderPromotionSchema>;

import { z } from 'zod';
import { currencySchema, idempotencyKeySchema, idSchema, minorSchema } from '../../schemas.ts';

const amount = minorSchema.min(0).max(Number.MAX_SAFE_INTEGER);

export const refundWishSchema = z.object({
  lines: z
    .array(z.object({ orderLineId: idSchema, quantity: z.number().int().min(1).max(100_000) }))
    .max(200)
    .default([]),
  shippingMinor: amount.default(0),
  extraMinor: amount.default(0),
  restockingFeeMinor: amount.default(0),
  returnShippingMinor: amount.default(0),
});

export const refundTerms = {
  destination: z.enum(['payment', 'store_credit']),
  /** The sum that was shown: another one is refused. */
  expectedTotalMinor: amount,
  note: z.string().trim().max(500).nullable().default(null),
};

export const refundOrderInput = z.object({
  id: idSchema,
  version: z.number().int(),
  ...refundWishSchema.shape,
  ...refundTerms,
  idempotencyKey: idempotencyKeySchema,
});

export const retryRefundInput = z.object({
  id: idSchema,
  version: z.number().int(),
  refundId: idSchema,
  idempotencyKey: idempotencyKeySchema,
});

/** What the form computes with. */
export const refundableSchema = z.object({
  currency: currencySchema,
  lines: z.array(
    z.object({
      id: idSchema,
      quantity: z.number().int(),
      totalMinor: minorSchema,
      taxMinor: minorSchema,
      refundedQuantity: z.number().int(),
    }),
  ),
  shippingLeftMinor: minorSchema,
  availableMinor: minorSchema,
});

export const orderRefundSchema = z.object({
  id: idSchema,
  returnId: idSchema.nullable(),
  destination: z.enum(['payment', 'store_credit', 'exchange']),
  totalMinor: minorSchema,
  reason: z.string(),
  note: z.string().nullable(),
  staffName: z.string().nullable(),
  createdAt: z.date(),
  lines: z.array(z.object({ orderLineId: idSchema, quantity: z.number().int(), amountMinor: minorSchema })),
  /** The money on its way to payments. */
  payments: z.array(
    z.object({
      id: idSchema,
      amountMinor: minorSchema,
      status: z.enum(['requested', 'succeeded', 'failed']),
      /** Failed and not asked for again. */
      retryable: z.boolean(),
    }),
  ),
});

export type RefundOrderInput = z.infer<typeof refundOrderInput>;
export type RetryRefundInput = z.infer<typeof retryRefundInput>;
export type RefundableView = z.infer<typeof refundableSchema>;
export type OrderRefundView = z.infer<typeof orderRefundSchema>;

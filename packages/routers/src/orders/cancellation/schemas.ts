import { z } from 'zod';
import { idempotencyKeySchema, idSchema, minorSchema } from '../../schemas.ts';

export const cancelLinesInput = z.object({
  id: idSchema,
  version: z.number().int(),
  lines: z
    .array(z.object({ orderLineId: idSchema, quantity: z.number().int().min(1).max(100_000) }))
    .min(1)
    .max(200),
  reason: z.string().trim().min(1).max(300),
  /** What the units are worth goes back to how it was paid; null: nothing does. */
  refundMinor: minorSchema.min(0).nullable(),
  idempotencyKey: idempotencyKeySchema,
});

export type CancelLinesInput = z.infer<typeof cancelLinesInput>;

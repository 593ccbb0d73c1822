import { z } from 'zod';
import { idempotencyKeySchema, idSchema, imageSchema } from '../../schemas.ts';

const mostRelated = 24;

const relatedProductSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  status: z.enum(['draft', 'active', 'archived']),
  image: imageSchema.nullable(),
});

export const getRelatedInput = z.object({ productId: idSchema });

export const staffRelatedSchema = z.object({
  productId: idSchema,
  /** Of the product. */
  version: z.number().int(),
  /** Picked by hand, in order. */
  picked: z.array(relatedProductSchema),
  /** What orders say, the most frequent first, at most 12. */
  boughtTogether: z.array(relatedProductSchema.extend({ orders: z.number().int() })),
});

export const setRelatedInput = z.object({
  productId: idSchema,
  version: z.number().int(),
  /** In the order they are shown. */
  relatedIds: z.array(idSchema).max(mostRelated),
  idempotencyKey: idempotencyKeySchema,
});

export const relatedSetSchema = z.object({ productId: idSchema, version: z.number().int() });

export type StaffRelated = z.infer<typeof staffRelatedSchema>;
export type SetRelatedInput = z.infer<typeof setRelatedInput>;

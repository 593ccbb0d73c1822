import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';

/** As it is kept: lower case. */
const orderTagSchema = z.string().trim().toLowerCase().min(1).max(40);

export const setTagsInput = z.object({
  /** Of the order. */
  id: idSchema,
  add: z.array(orderTagSchema).max(20).default([]),
  remove: z.array(orderTagSchema).max(20).default([]),
  idempotencyKey: idempotencyKeySchema,
});

export const suggestTagsInput = z.object({ query: z.string().trim().toLowerCase().max(40).default('') });

export type SetTagsInput = z.infer<typeof setTagsInput>;

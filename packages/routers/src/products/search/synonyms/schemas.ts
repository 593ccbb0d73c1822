import { z } from 'zod';
import { cursorSchema, idempotencyKeySchema, idSchema } from '../../../schemas.ts';

// What has no letter or digit is not a word and would never be asked for.
const wordsSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/[\p{L}\p{N}]/u);

const rulesSchema = z
  .object({
    /** Who searches it also finds the words; null: the words mean the same, whichever is searched. */
    term: wordsSchema.nullable(),
    words: z.array(wordsSchema).min(1).max(20),
  })
  .refine(({ term, words }) => term !== null || words.length > 1, {
    path: ['words'],
    message: 'Words that mean the same are at least two.',
  })
  .refine(
    ({ term, words }) => {
      const all = [...words, ...(term === null ? [] : [term])].map((word) => word.toLowerCase());
      return new Set(all).size === all.length;
    },
    { path: ['words'], message: 'Each word once.' },
  );

export const createSynonymInput = z.object({
  synonym: rulesSchema,
  idempotencyKey: idempotencyKeySchema,
});

export const updateSynonymInput = z.object({
  id: idSchema,
  version: z.number().int(),
  synonym: rulesSchema,
  idempotencyKey: idempotencyKeySchema,
});

export const deleteSynonymInput = z.object({
  id: idSchema,
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
});

export const listSynonymsInput = z.object({
  /** Part of a term or word. */
  query: z.string().trim().max(100).optional(),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const synonymSchema = z.object({
  id: idSchema,
  term: z.string().nullable(),
  words: z.array(z.string()),
  version: z.number().int(),
  updatedAt: z.date(),
});

export const synonymPageSchema = z.object({
  items: z.array(synonymSchema),
  nextCursor: z.string().nullable(),
});

export type SynonymRules = z.infer<typeof rulesSchema>;
export type CreateSynonymInput = z.infer<typeof createSynonymInput>;
export type UpdateSynonymInput = z.infer<typeof updateSynonymInput>;
export type DeleteSynonymInput = z.infer<typeof deleteSynonymInput>;
export type ListSynonymsInput = z.infer<typeof listSynonymsInput>;
export type Synonym = z.infer<typeof synonymSchema>;
export type SynonymPage = z.infer<typeof synonymPageSchema>;

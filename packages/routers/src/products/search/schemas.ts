import { z } from 'zod';
import { currencySchema, idSchema, imageSchema, minorSchema } from '../../schemas.ts';

export const suggestInput = z.object({
  query: z.string().trim().min(1).max(100),
  currency: currencySchema.default('USD'),
});

export const suggestionsSchema = z.object({
  products: z.array(
    z.object({
      id: idSchema,
      slug: z.string(),
      name: z.string(),
      brand: z.string(),
      currency: currencySchema,
      minPriceMinor: minorSchema,
      maxPriceMinor: minorSchema,
      image: imageSchema.nullable(),
    }),
  ),
  categories: z.array(z.object({ slug: z.string(), name: z.string(), parentName: z.string().nullable() })),
  /** What others asked lately, often. */
  queries: z.array(z.string()),
});

export type SuggestInput = z.infer<typeof suggestInput>;
export type Suggestions = z.infer<typeof suggestionsSchema>;

export const searchClickInput = z.object({
  query: z.string().trim().min(1).max(100),
  productId: idSchema,
  /** Its place in the list, from 1. */
  position: z.number().int().min(1).max(10_000),
});

import { z } from 'zod';
import { currencySchema, cursorSchema, idempotencyKeySchema, idSchema, minorSchema } from '../../schemas.ts';

const listId = { id: idSchema };
const edit = { ...listId, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

export const listedVariantSchema = z.object({
  variantId: idSchema,
  sku: z.string(),
  productId: idSchema,
  productName: z.string(),
  variantName: z.string(),
  currency: currencySchema,
  /** Null when the variant is not sold in the currency: then the list's price has no effect. */
  basePriceMinor: minorSchema.nullable(),
  /** The list's price; null when it has none for the variant. */
  amountMinor: minorSchema.nullable(),
});

export const listPricesInput = z.object({
  ...listId,
  currency: currencySchema.default('USD'),
  /** Part of a product's name, or the beginning of a SKU. */
  query: z.string().trim().max(100).optional(),
  /** Whether to show variants that the list does not price, too. */
  unlisted: z.boolean().default(false),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(200).default(100),
});

export const listedPageSchema = z.object({
  items: z.array(listedVariantSchema),
  nextCursor: z.string().nullable(),
});

export const matchSkusInput = z.object({
  ...listId,
  currency: currencySchema.default('USD'),
  skus: z.array(z.string().trim().min(1).max(100)).min(1).max(100),
});

export const setPricesInput = z.object({
  ...edit,
  rows: z
    .array(
      z.object({
        variantId: idSchema,
        currency: currencySchema,
        /** Null takes the price off the list. */
        amountMinor: minorSchema.min(0).nullable(),
      }),
    )
    .min(1)
    .max(1000)
    .refine(
      (rows) => new Set(rows.map((row) => `${row.variantId} ${row.currency}`)).size === rows.length,
      'A price is given twice.',
    ),
});

const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  /** With all that is below it. */
  z.object({ kind: z.literal('category'), id: idSchema }),
  z.object({ kind: z.literal('collection'), id: idSchema }),
  z.object({ kind: z.literal('tag'), name: z.string().trim().min(1).max(100) }),
  z.object({ kind: z.literal('brand'), name: z.string().trim().min(1).max(200) }),
]);

const percentShape = {
  target: targetSchema,
  /** What to take off the base price, in parts per million: 20 % is 200,000. */
  ratePpm: z.number().int().min(1).max(1_000_000),
  /** `99` and `95` lower the result to the nearest amount that ends so. */
  rounding: z.enum(['none', '99', '95']),
  currencies: z.array(currencySchema).min(1).max(10),
};

export const previewPercentInput = z.object({ ...listId, ...percentShape });

export const percentPreviewSchema = z.object({
  productCount: z.number().int(),
  priceCount: z.number().int(),
  /** How many of them the list has already, at another amount. */
  replacedCount: z.number().int(),
  samples: z.array(listedVariantSchema),
});

export const fillByPercentInput = z.object({ ...edit, ...percentShape });

/** The version that the list has now, for the next edit. */
export const priceWriteSchema = z.object({
  version: z.number().int(),
  written: z.number().int(),
  deleted: z.number().int(),
});

export const targetsSchema = z.object({
  categories: z.array(z.object({ id: idSchema, name: z.string(), path: z.string() })),
  collections: z.array(z.object({ id: idSchema, name: z.string() })),
  brands: z.array(z.string()),
  tags: z.array(z.string()),
});

export type ListedVariant = z.infer<typeof listedVariantSchema>;
export type ListPricesInput = z.infer<typeof listPricesInput>;
export type ListedPage = z.infer<typeof listedPageSchema>;
export type MatchSkusInput = z.infer<typeof matchSkusInput>;
export type SetPricesInput = z.infer<typeof setPricesInput>;
export type PercentTerms = Omit<z.infer<typeof previewPercentInput>, 'id'>;
export type PreviewPercentInput = z.infer<typeof previewPercentInput>;
export type PercentPreview = z.infer<typeof percentPreviewSchema>;
export type FillByPercentInput = z.infer<typeof fillByPercentInput>;
export type PriceWrite = z.infer<typeof priceWriteSchema>;
export type PercentTargets = z.infer<typeof targetsSchema>;

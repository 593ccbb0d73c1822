import { currencies, maxSkuLength, maxVariants } from '@turing/domain';
import { z } from 'zod';
import { currencySchema, cursorSchema, idSchema, minorSchema } from '../../schemas.ts';
import { productEditSchema } from './schemas.ts';

const largestMinor = 1_000_000_000_00;

function isUnique(texts: readonly string[]): boolean {
  return new Set(texts.map((text) => text.toLowerCase())).size === texts.length;
}

const optionValueSchema = z.object({
  /** Of a value there is; a new one has none. */
  id: idSchema.optional(),
  value: z.string().trim().min(1).max(80),
  swatch: z
    .string()
    .regex(/^#[0-9a-f]{6}$/iu)
    .nullable()
    .default(null),
});

const optionSchema = z.object({
  id: idSchema.optional(),
  name: z.string().trim().min(1).max(60),
  values: z
    .array(optionValueSchema)
    .min(1)
    .max(200)
    .refine((values) => isUnique(values.map(({ value }) => value)), 'A value comes once'),
});

/** The whole of a product's options as they shall be, in order: what is left out is removed. */
export const setOptionsInput = productEditSchema.extend({
  options: z
    .array(optionSchema)
    .max(5)
    .refine((options) => isUnique(options.map(({ name }) => name)), 'An option comes once'),
});

const amountsSchema = z
  .object({
    amountMinor: minorSchema.min(0).max(largestMinor),
    compareAtMinor: minorSchema.min(0).max(largestMinor).nullable().default(null),
  })
  .refine(({ amountMinor, compareAtMinor }) => compareAtMinor === null || compareAtMinor > amountMinor, {
    message: 'The price to compare with is above the price',
    path: ['compareAtMinor'],
  });

const newPriceSchema = z.object({ currency: currencySchema }).and(amountsSchema);

/** `amountMinor` null: no price in that currency. */
const priceChangeSchema = z.union([
  newPriceSchema,
  z.object({ currency: currencySchema, amountMinor: z.null(), compareAtMinor: z.null().default(null) }),
]);

const skuSchema = z.string().trim().min(1).max(maxSkuLength);
const weightSchema = z.number().int().min(0).max(10_000_000);
const thresholdSchema = z.number().int().min(0).max(1_000_000).nullable();

export const generateVariantsInput = productEditSchema.extend({
  /** `{product}`, `{n}` and names of options in braces: `{product}-{colour}`. */
  skuPattern: z.string().trim().min(1).max(120).optional(),
  prices: z
    .array(newPriceSchema)
    .max(currencies.length)
    .refine((prices) => isUnique(prices.map(({ currency }) => currency)), 'A currency comes once')
    .default([]),
  weightGrams: weightSchema.default(0),
  active: z.boolean().default(true),
});

const variantChangeSchema = z.object({
  id: idSchema,
  sku: skuSchema.optional(),
  barcode: z.string().trim().min(1).max(64).nullable().optional(),
  weightGrams: weightSchema.optional(),
  active: z.boolean().optional(),
  lowStockThreshold: thresholdSchema.optional(),
  mediaId: idSchema.nullable().optional(),
  position: z.number().int().min(0).max(1_000_000).optional(),
  prices: z
    .array(priceChangeSchema)
    .max(currencies.length)
    .refine((prices) => isUnique(prices.map(({ currency }) => currency)), 'A currency comes once')
    .optional(),
});

export const bulkUpdateVariantsInput = productEditSchema.extend({
  variants: z
    .array(variantChangeSchema)
    .min(1)
    .max(maxVariants)
    .refine((variants) => isUnique(variants.map(({ id }) => id)), 'A variant comes once'),
});

export const removeVariantsInput = productEditSchema.extend({
  variantIds: z
    .array(idSchema)
    .min(1)
    .max(maxVariants)
    .transform((ids) => [...new Set(ids)]),
});

export const listVariantsInput = z.object({
  productId: idSchema,
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(maxVariants).default(maxVariants),
});

/** Few enough for the address of a request. */
export const matchSkusInput = z.object({
  skus: z.array(z.string().trim().min(1).max(maxSkuLength)).min(1).max(100),
  locationId: idSchema,
});

export const matchedVariantsSchema = z.array(
  z.object({
    variantId: idSchema,
    sku: z.string(),
    variantName: z.string(),
    productName: z.string(),
    /** At the location. */
    onHand: z.number().int(),
    allocated: z.number().int(),
  }),
);

const staffVariantSchema = z.object({
  id: idSchema,
  sku: z.string(),
  barcode: z.string().nullable(),
  name: z.string(),
  position: z.number().int(),
  weightGrams: z.number().int(),
  active: z.boolean(),
  lowStockThreshold: z.number().int().nullable(),
  mediaId: idSchema.nullable(),
  /** In the order of the product's options. */
  optionValueIds: z.array(idSchema),
  prices: z.array(
    z.object({
      currency: currencySchema,
      amountMinor: minorSchema,
      compareAtMinor: minorSchema.nullable(),
    }),
  ),
  onHand: z.number().int(),
  allocated: z.number().int(),
});

export const variantPageSchema = z.object({
  /** Of the product, as these variants were read. */
  version: z.number().int(),
  items: z.array(staffVariantSchema),
  nextCursor: z.string().nullable(),
});

export const writtenProductSchema = z.object({ id: idSchema, version: z.number().int() });
export const generatedSchema = writtenProductSchema.extend({ created: z.number().int() });
export const optionsSetSchema = writtenProductSchema.extend({ removed: z.number().int() });

export type SetOptionsInput = z.infer<typeof setOptionsInput>;
export type GenerateVariantsInput = z.infer<typeof generateVariantsInput>;
export type BulkUpdateVariantsInput = z.infer<typeof bulkUpdateVariantsInput>;
export type VariantChange = BulkUpdateVariantsInput['variants'][number];
export type RemoveVariantsInput = z.infer<typeof removeVariantsInput>;
export type ListVariantsInput = z.infer<typeof listVariantsInput>;
export type MatchSkusInput = z.infer<typeof matchSkusInput>;
export type MatchedVariant = z.infer<typeof matchedVariantsSchema>[number];
export type StaffVariant = z.infer<typeof staffVariantSchema>;
export type VariantPage = z.infer<typeof variantPageSchema>;

import { z } from 'zod';
import { currencySchema, cursorSchema, idSchema, imageSchema, minorSchema } from '../schemas.ts';
import { rangePattern } from './search/ranges.ts';

const productSorts = ['featured', 'newest', 'best_selling', 'rating', 'price_asc', 'price_desc'] as const;

export const productCardSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  brand: z.string(),
  summary: z.string(),
  currency: currencySchema,
  /** Lowest and highest price of an active variant. */
  minPriceMinor: minorSchema,
  maxPriceMinor: minorSchema,
  compareAtMinor: minorSchema.nullable(),
  image: imageSchema.nullable(),
  secondImage: imageSchema.nullable(),
  ratingAverage: z.number().nullable(),
  ratingCount: z.number().int(),
  available: z.boolean(),
  /** Hex colours of the product's swatches, at most six. */
  swatches: z.array(z.string()),
  publishedAt: z.date(),
});

const filterSchema = z.object({
  currency: currencySchema.default('USD'),
  /** Slug; the category's whole subtree is included. */
  category: z.string().max(200).optional(),
  /** Slug of a published collection. */
  collection: z.string().max(200).optional(),
  /** `attribute:value` codes. Values of one attribute widen, different attributes narrow. */
  attributes: z
    .array(z.string().regex(/^[\w-]+:[\w-]+$/u))
    .max(30)
    .default([]),
  /** Names of brands, any of which will do. */
  brands: z.array(z.string().max(200)).max(30).default([]),
  /** `attribute:10..20` of number attributes, an end left out where it is open. */
  ranges: z.array(z.string().max(100).regex(rangePattern)).max(10).default([]),
  minRating: z.number().min(1).max(5).optional(),
  minPriceMinor: minorSchema.min(0).optional(),
  maxPriceMinor: minorSchema.min(0).optional(),
  inStock: z.boolean().default(false),
});

const pageSchema = z.object({
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(60).default(24),
});

export const listProductsInput = filterSchema
  .extend({ ...pageSchema.shape, sort: z.enum([...productSorts, 'manual']).default('featured') })
  .refine(({ sort, collection }) => sort !== 'manual' || collection !== undefined, {
    path: ['sort'],
    message: 'Only a collection has an order of its own.',
  });

export const searchProductsInput = filterSchema.extend({
  ...pageSchema.shape,
  query: z.string().trim().min(1).max(100),
  sort: z.enum(['relevance', ...productSorts]).default('relevance'),
});

export const facetsInput = filterSchema.extend({ query: z.string().trim().min(1).max(100).optional() });

export const productPageSchema = z.object({
  items: z.array(productCardSchema),
  nextCursor: z.string().nullable(),
});

const segmentsSchema = z.array(z.object({ text: z.string(), hit: z.boolean() }));

export const searchPageSchema = z.object({
  items: z.array(
    productCardSchema.extend({
      /** The name and summary in pieces, those that were searched for marked. */
      highlights: z.object({ name: segmentsSchema, summary: segmentsSchema }),
    }),
  ),
  nextCursor: z.string().nullable(),
  /** Products found, at most 1,000. */
  total: z.number().int(),
  /** There are more than `total`. */
  totalIsCapped: z.boolean(),
  /** The query with its unknown words corrected, which is what was searched for. */
  didYouMean: z.string().nullable(),
});

/** A facet's own choice does not narrow its counts. */
export const facetsSchema = z.object({
  total: z.number().int(),
  minPriceMinor: minorSchema.nullable(),
  maxPriceMinor: minorSchema.nullable(),
  /** Products from `minMinor` to `maxMinor`, both included. */
  priceRanges: z.array(z.object({ minMinor: minorSchema, maxMinor: minorSchema, count: z.number().int() })),
  brands: z.array(z.object({ name: z.string(), count: z.number().int() })),
  /** Products that can be bought now. */
  available: z.number().int(),
  ratings: z.array(z.object({ atLeast: z.number().int(), count: z.number().int() })),
  /** Number attributes, with the lowest and highest value. */
  ranges: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      unit: z.string().nullable(),
      min: z.number(),
      max: z.number(),
    }),
  ),
  facets: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      values: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
    }),
  ),
});

export const getProductInput = z.object({
  slug: z.string().max(200),
  currency: currencySchema.default('USD'),
});

const variantSchema = z.object({
  id: idSchema,
  sku: z.string(),
  name: z.string(),
  /** One value per option, in the order of `options`. */
  optionValues: z.array(z.string()),
  priceMinor: minorSchema.nullable(),
  compareAtMinor: minorSchema.nullable(),
  /** What can be bought now, at most 99, backorders included. */
  available: z.number().int(),
  /** Units that are really there, at most 99: what is bought beyond them ships when they are back in stock. */
  onShelf: z.number().int(),
  /** Whether it can be bought though none is there. */
  backorder: z.boolean(),
  /** Place of its own picture in the product's `media`. */
  mediaIndex: z.number().int().nullable(),
});

export const productDetailSchema = productCardSchema.extend({
  /** A gift card is always to be had, and asks for whom it is. */
  kind: z.enum(['goods', 'gift_card']),
  description: z.string(),
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  breadcrumbs: z.array(z.object({ slug: z.string(), name: z.string() })),
  options: z.array(
    z.object({
      name: z.string(),
      values: z.array(z.object({ value: z.string(), swatch: z.string().nullable() })),
    }),
  ),
  variants: z.array(variantSchema),
  media: z.array(imageSchema),
  attributes: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
});

export const categorySchema = z.object({
  id: idSchema,
  slug: z.string(),
  parentSlug: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  image: imageSchema.nullable(),
  /** Active products in the category and below. */
  productCount: z.number().int(),
});

export const staffListProductsInput = z.object({
  query: z.string().trim().max(100).optional(),
  status: z.enum(['draft', 'active', 'archived']).optional(),
  currency: currencySchema.default('USD'),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const staffProductPageSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      version: z.number().int(),
      slug: z.string(),
      name: z.string(),
      brand: z.string(),
      category: z.string(),
      status: z.enum(['draft', 'active', 'archived']),
      currency: currencySchema,
      minPriceMinor: minorSchema.nullable(),
      maxPriceMinor: minorSchema.nullable(),
      image: imageSchema.nullable(),
      variantCount: z.number().int(),
      onHand: z.number().int(),
      allocated: z.number().int(),
      soldCount: z.number().int(),
      updatedAt: z.date(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export type ProductCard = z.infer<typeof productCardSchema>;
export type ProductDetail = z.infer<typeof productDetailSchema>;
export type ListProductsInput = z.infer<typeof listProductsInput>;
export type SearchProductsInput = z.infer<typeof searchProductsInput>;
export type SearchPage = z.infer<typeof searchPageSchema>;
export type FacetsInput = z.infer<typeof facetsInput>;
export type Facets = z.infer<typeof facetsSchema>;
export type CategoryView = z.infer<typeof categorySchema>;
export type StaffListProductsInput = z.infer<typeof staffListProductsInput>;
export type StaffProductPage = z.infer<typeof staffProductPageSchema>;
export type ProductPage = z.infer<typeof productPageSchema>;
export type GetProductInput = z.infer<typeof getProductInput>;

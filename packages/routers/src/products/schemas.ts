import { z } from 'zod';
import { currencySchema, cursorSchema, idSchema, imageSchema, minorSchema } from '../schemas.ts';

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

export const facetsSchema = z.object({
  total: z.number().int(),
  minPriceMinor: minorSchema.nullable(),
  maxPriceMinor: minorSchema.nullable(),
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
});

export const productDetailSchema = productCardSchema.extend({
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

export const reviewsInput = z.object({
  productId: idSchema,
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

export const reviewPageSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      authorName: z.string(),
      rating: z.number().int(),
      title: z.string(),
      body: z.string(),
      verified: z.boolean(),
      createdAt: z.date(),
    }),
  ),
  nextCursor: z.string().nullable(),
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
export type FacetsInput = z.infer<typeof facetsInput>;
export type Facets = z.infer<typeof facetsSchema>;
export type CategoryView = z.infer<typeof categorySchema>;
export type ReviewsInput = z.infer<typeof reviewsInput>;
export type ReviewPage = z.infer<typeof reviewPageSchema>;
export type StaffListProductsInput = z.infer<typeof staffListProductsInput>;
export type StaffProductPage = z.infer<typeof staffProductPageSchema>;
export type ProductPage = z.infer<typeof productPageSchema>;
export type GetProductInput = z.infer<typeof getProductInput>;

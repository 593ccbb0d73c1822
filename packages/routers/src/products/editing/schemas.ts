import { taxCategories } from '@turing/domain';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema, imageSchema } from '../../schemas.ts';

const productStatusSchema = z.enum(['draft', 'active', 'archived']);

const nameSchema = z.string().trim().min(1).max(200);

const slugSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);

/** Sent as text: JSON knows no dates. */
const timeSchema = z.union([z.date(), z.iso.datetime({ offset: true }).transform((time) => new Date(time))]);

const tagSchema = z.string().trim().min(1).max(60);

const tagsSchema = z
  .array(tagSchema)
  .max(100)
  .transform((tags) => [...new Set(tags)]);

const idsSchema = z
  .array(idSchema)
  .max(200)
  .transform((ids) => [...new Set(ids)]);

const propertySchema = z
  .object({
    attributeId: idSchema,
    number: z.number().nullable().default(null),
    text: z.string().trim().min(1).max(2000).nullable().default(null),
  })
  .refine(({ number, text }) => (number === null) !== (text === null), 'Either a number or a text');

const propertiesSchema = z
  .array(propertySchema)
  .max(200)
  .refine(
    (properties) => new Set(properties.map(({ attributeId }) => attributeId)).size === properties.length,
    'An attribute comes once',
  );

/** All that the editor's first page changes; what is left out stays. Lists are whole. */
const productChangesSchema = z.object({
  name: nameSchema.optional(),
  slug: slugSchema.optional(),
  summary: z.string().trim().max(500).optional(),
  description: z.string().max(50_000).optional(),
  brand: z.string().trim().max(120).optional(),
  status: productStatusSchema.optional(),
  featured: z.boolean().optional(),
  taxCategory: z.enum(taxCategories).optional(),
  tags: tagsSchema.optional(),
  seoTitle: z.string().trim().max(200).nullable().optional(),
  seoDescription: z.string().trim().max(500).nullable().optional(),
  primaryCategoryId: idSchema.optional(),
  /** The further categories; the primary one is always among the product's. */
  categoryIds: idsSchema.optional(),
  attributeValueIds: idsSchema.optional(),
  properties: propertiesSchema.optional(),
  publishedAt: timeSchema.nullable().optional(),
  unpublishAt: timeSchema.nullable().optional(),
});

/** An edit of one product: on the version that was looked at. */
export const productEditSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
});

export const createProductInput = productChangesSchema
  .omit({ status: true })
  .extend({ name: nameSchema, primaryCategoryId: idSchema, idempotencyKey: idempotencyKeySchema });

export const updateProductInput = productEditSchema.extend({ changes: productChangesSchema });

export const duplicateProductInput = productEditSchema.extend({ name: nameSchema.optional() });

export const bulkUpdateProductsInput = z.object({
  idempotencyKey: idempotencyKeySchema,
  products: z
    .array(z.object({ id: idSchema, version: z.number().int() }))
    .min(1)
    .max(200)
    .refine(
      (products) => new Set(products.map(({ id }) => id)).size === products.length,
      'A product comes once',
    ),
  changes: z
    .object({
      status: productStatusSchema.optional(),
      addTags: tagsSchema.optional(),
      removeTags: tagsSchema.optional(),
      primaryCategoryId: idSchema.optional(),
    })
    .refine((changes) => Object.values(changes).some((change) => change !== undefined), 'Nothing to change'),
});

export const staffProductSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  slug: z.string(),
  /** Where the shop shows it, once it is published. */
  url: z.string(),
  name: z.string(),
  summary: z.string(),
  description: z.string(),
  brand: z.string(),
  status: productStatusSchema,
  featured: z.boolean(),
  taxCategory: z.enum(taxCategories),
  tags: z.array(z.string()),
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  publishedAt: z.date().nullable(),
  unpublishAt: z.date().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  soldCount: z.number().int(),
  primaryCategoryId: idSchema,
  categoryIds: z.array(idSchema),
  attributeValueIds: z.array(idSchema),
  properties: z.array(
    z.object({ attributeId: idSchema, number: z.number().nullable(), text: z.string().nullable() }),
  ),
  options: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      values: z.array(z.object({ id: idSchema, value: z.string(), swatch: z.string().nullable() })),
    }),
  ),
  image: imageSchema.nullable(),
  variantCount: z.number().int(),
  /** Variants on sale that have a price: without one the product cannot be published. */
  sellableCount: z.number().int(),
  /** Addresses it had before, which redirect. */
  formerSlugs: z.array(z.string()),
});

export const productChoicesSchema = z.object({
  categories: z.array(
    z.object({
      id: idSchema,
      /** Names from the root, as in `Home / Kitchen`. */
      label: z.string(),
    }),
  ),
  attributes: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      kind: z.enum(['choice', 'boolean', 'number', 'text']),
      unit: z.string().nullable(),
      values: z.array(z.object({ id: idSchema, label: z.string() })),
    }),
  ),
  brands: z.array(z.string()),
  tags: z.array(z.string()),
});

export const deletedProductSchema = z.object({ id: idSchema });

export const bulkUpdatedSchema = z.object({
  products: z.array(z.object({ id: idSchema, version: z.number().int() })),
});

export type ProductChanges = z.infer<typeof productChangesSchema>;
export type ProductEdit = z.infer<typeof productEditSchema>;
export type CreateProductInput = z.infer<typeof createProductInput>;
export type UpdateProductInput = z.infer<typeof updateProductInput>;
export type DuplicateProductInput = z.infer<typeof duplicateProductInput>;
export type BulkUpdateProductsInput = z.infer<typeof bulkUpdateProductsInput>;
export type StaffProduct = z.infer<typeof staffProductSchema>;
export type ProductChoices = z.infer<typeof productChoicesSchema>;

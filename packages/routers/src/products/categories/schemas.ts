import { z } from 'zod';
import { idempotencyKeySchema, idSchema, imageSchema } from '../../schemas.ts';

/** Lower-case words joined by hyphens: what stands in an address. */
export const slugSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);

/** The key of a stored image, as an upload gives it. */
const imageKeySchema = z
  .string()
  .max(300)
  .regex(/^[\w.-]+(?:\/[\w.-]+)*$/u);

/** What staff write about a page of products, whatever gathers them. */
export const pageTextSchema = z.object({
  name: z.string().trim().min(1).max(120),
  slug: slugSchema,
  description: z.string().trim().max(5000),
  seoTitle: z.string().trim().min(1).max(120).nullable(),
  seoDescription: z.string().trim().min(1).max(320).nullable(),
  imageKey: imageKeySchema.nullable(),
});

/** On the version that was looked at. */
export const editSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
});

export const createCategoryInput = z.object({
  name: pageTextSchema.shape.name,
  /** From the name when it is left out. */
  slug: slugSchema.optional(),
  description: pageTextSchema.shape.description.default(''),
  seoTitle: pageTextSchema.shape.seoTitle.default(null),
  seoDescription: pageTextSchema.shape.seoDescription.default(null),
  imageKey: pageTextSchema.shape.imageKey.default(null),
  /** Null: at the root. It becomes the last of its siblings. */
  parentId: idSchema.nullable(),
  idempotencyKey: idempotencyKeySchema,
});

export const updateCategoryInput = editSchema.extend({ changes: pageTextSchema.partial() });

export const moveCategoryInput = editSchema.extend({
  parentId: idSchema.nullable(),
  /** How many siblings come before it there; beyond the last is the end. */
  position: z.number().int().min(0),
});

const orderSchema = z.array(idSchema).min(1).max(500);

/** A new order of what somebody saw in the order `before`. */
export const reorderSchema = z
  .object({ before: orderSchema, after: orderSchema, idempotencyKey: idempotencyKeySchema })
  .refine(({ before, after }) => isPermutation(before, after), {
    path: ['after'],
    message: 'The same ids in another order.',
  });

function isPermutation(before: readonly string[], after: readonly string[]): boolean {
  const wanted = new Set(before);
  return (
    wanted.size === before.length &&
    before.length === after.length &&
    new Set(after).size === after.length &&
    after.every((id) => wanted.has(id))
  );
}

export const staffCategorySchema = z.object({
  id: idSchema,
  version: z.number().int(),
  parentId: idSchema.nullable(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  imageKey: z.string().nullable(),
  image: imageSchema.nullable(),
  childCount: z.number().int(),
  /** Products of any status in the category itself, and there or below. */
  productCount: z.number().int(),
  totalCount: z.number().int(),
});

export const movedSlugInput = z.object({
  owner: z.enum(['product', 'category', 'collection']),
  slug: z.string().max(200),
});

export const movedSlugSchema = z.object({ slug: z.string() }).nullable();

export type CreateCategoryInput = z.infer<typeof createCategoryInput>;
export type UpdateCategoryInput = z.infer<typeof updateCategoryInput>;
export type MoveCategoryInput = z.infer<typeof moveCategoryInput>;
export type ReorderInput = z.infer<typeof reorderSchema>;
export type EditInput = z.infer<typeof editSchema>;
export type StaffCategory = z.infer<typeof staffCategorySchema>;
export type MovedSlugInput = z.infer<typeof movedSlugInput>;

import type { CollectionCondition, CollectionRules } from '@turing/domain';
import { z } from 'zod';
import {
  currencySchema,
  cursorSchema,
  idempotencyKeySchema,
  idSchema,
  imageSchema,
  minorSchema,
} from '../../schemas.ts';
import { editSchema, pageTextSchema, slugSchema } from '../categories/schemas.ts';

const isOrNot = z.enum(['is', 'isNot']);
const comparison = z.enum(['less', 'greater']);
const textSchema = z.string().trim().min(1).max(120);

const conditionSchema = z.discriminatedUnion('field', [
  z.object({ field: z.enum(['tag', 'brand']), operator: isOrNot, value: textSchema }),
  z.object({ field: z.enum(['category', 'attribute']), operator: isOrNot, value: idSchema }),
  z.object({ field: z.literal('number'), attributeId: idSchema, operator: comparison, value: z.number() }),
  z.object({ field: z.literal('title'), operator: z.enum(['contains', 'containsNot']), value: textSchema }),
  z.object({
    field: z.literal('price'),
    currency: currencySchema,
    operator: comparison,
    value: minorSchema.min(0),
  }),
  z.object({
    field: z.enum(['onSale', 'inStock', 'featured']),
    operator: z.literal('is'),
    value: z.boolean(),
  }),
  z.object({ field: z.literal('rating'), operator: z.literal('atLeast'), value: z.number().min(1).max(5) }),
  z.object({
    field: z.literal('published'),
    operator: z.literal('within'),
    value: z.number().int().min(1).max(3650),
  }),
]) satisfies z.ZodType<CollectionCondition>;

const rulesSchema = z.object({
  match: z.enum(['all', 'any']),
  conditions: z.array(conditionSchema).min(1).max(20),
}) satisfies z.ZodType<CollectionRules>;

const ownSorts = ['featured', 'newest', 'best_selling', 'rating', 'price_asc', 'price_desc'] as const;

const collectionSortSchema = z.enum(['manual', ...ownSorts]);

const kindSchema = z.enum(['manual', 'rules']);

export const createCollectionInput = z
  .object({
    name: pageTextSchema.shape.name,
    /** From the name when it is left out. */
    slug: slugSchema.optional(),
    description: pageTextSchema.shape.description.default(''),
    kind: kindSchema,
    rules: rulesSchema.nullable().default(null),
    /** The order shoppers first see: by default the picked one, or what is featured of what the rules gather. */
    sort: collectionSortSchema.optional(),
    seoTitle: pageTextSchema.shape.seoTitle.default(null),
    seoDescription: pageTextSchema.shape.seoDescription.default(null),
    imageKey: pageTextSchema.shape.imageKey.default(null),
    idempotencyKey: idempotencyKeySchema,
  })
  .refine(({ kind, rules }) => (kind === 'rules') === (rules !== null), {
    path: ['rules'],
    message: 'Rules belong to a collection of that kind, and to no other.',
  })
  .refine(({ kind, sort }) => kind === 'manual' || sort !== 'manual', {
    path: ['sort'],
    message: 'What rules gather has no order of its own.',
  });

export const updateCollectionInput = editSchema.extend({
  changes: pageTextSchema.extend({ rules: rulesSchema, sort: collectionSortSchema }).partial(),
});

export const setPublishedInput = editSchema.extend({ published: z.boolean() });

/** Puts it behind `afterId` in the order of the shop; null: first. */
export const moveCollectionInput = editSchema.extend({ afterId: idSchema.nullable() });

const productIdsSchema = z
  .array(idSchema)
  .min(1)
  .max(200)
  .transform((ids) => [...new Set(ids)]);

export const changeMembersInput = editSchema.extend({ productIds: productIdsSchema });

/** Puts products, in this order, behind `afterId`; null: first. */
export const moveMembersInput = editSchema.extend({
  productIds: productIdsSchema,
  afterId: idSchema.nullable(),
});

export const listStaffCollectionsInput = z.object({
  query: z.string().trim().max(100).optional(),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const listMembersInput = z.object({
  id: idSchema,
  currency: currencySchema.default('USD'),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const previewInput = z.object({ rules: rulesSchema, currency: currencySchema.default('USD') });

export const memberSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  brand: z.string(),
  status: z.enum(['draft', 'active', 'archived']),
  currency: currencySchema,
  minPriceMinor: minorSchema.nullable(),
  image: imageSchema.nullable(),
});

export const memberPageSchema = z.object({ items: z.array(memberSchema), nextCursor: z.string().nullable() });

/** `count` is of every product that is not archived, `publicCount` of those the shop shows today. */
export const previewSchema = z.object({
  count: z.number().int(),
  publicCount: z.number().int(),
  items: z.array(memberSchema),
});

const staffCollectionRowSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  slug: z.string(),
  name: z.string(),
  kind: kindSchema,
  published: z.boolean(),
  image: imageSchema.nullable(),
  productCount: z.number().int(),
  updatedAt: z.date(),
});

export const staffCollectionPageSchema = z.object({
  items: z.array(staffCollectionRowSchema),
  nextCursor: z.string().nullable(),
});

export const staffCollectionSchema = staffCollectionRowSchema.extend({
  description: z.string(),
  rules: rulesSchema.nullable(),
  sort: collectionSortSchema,
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  imageKey: z.string().nullable(),
});

const collectionCardSchema = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  image: imageSchema.nullable(),
  /** Products the shop shows today. */
  productCount: z.number().int(),
});

export const listCollectionsInput = z
  .object({ cursor: cursorSchema.optional(), limit: z.number().int().min(1).max(100).default(24) })
  .default({ limit: 24 });

export const collectionPageSchema = z.object({
  items: z.array(collectionCardSchema),
  nextCursor: z.string().nullable(),
});

export const collectionSchema = collectionCardSchema.extend({
  /** The order its list first has: pass it to `list`. */
  sort: collectionSortSchema,
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
});

export type CreateCollectionInput = z.infer<typeof createCollectionInput>;
export type UpdateCollectionInput = z.infer<typeof updateCollectionInput>;
export type SetPublishedInput = z.infer<typeof setPublishedInput>;
export type MoveCollectionInput = z.infer<typeof moveCollectionInput>;
export type ChangeMembersInput = z.infer<typeof changeMembersInput>;
export type MoveMembersInput = z.infer<typeof moveMembersInput>;
export type ListStaffCollectionsInput = z.infer<typeof listStaffCollectionsInput>;
export type ListMembersInput = z.infer<typeof listMembersInput>;
export type PreviewInput = z.infer<typeof previewInput>;
export type Member = z.infer<typeof memberSchema>;
export type MemberPage = z.infer<typeof memberPageSchema>;
export type Preview = z.infer<typeof previewSchema>;
export type StaffCollection = z.infer<typeof staffCollectionSchema>;
export type StaffCollectionPage = z.infer<typeof staffCollectionPageSchema>;
export type ListCollectionsInput = z.infer<typeof listCollectionsInput>;
export type CollectionPage = z.infer<typeof collectionPageSchema>;
export type CollectionView = z.infer<typeof collectionSchema>;

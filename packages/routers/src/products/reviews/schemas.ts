import { z } from 'zod';
import { cursorSchema, idempotencyKeySchema, idSchema } from '../../schemas.ts';

const reviewSorts = ['newest', 'highest', 'lowest', 'verified'] as const;
export const reviewStatuses = ['pending', 'approved', 'rejected'] as const;

const statusSchema = z.enum(reviewStatuses);
const ratingSchema = z.number().int().min(1).max(5);

export const reviewsInput = z.object({
  productId: idSchema,
  /** Only reviews of so many stars. */
  rating: ratingSchema.optional(),
  sort: z.enum(reviewSorts).default('newest'),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

const writtenSchema = z.object({
  id: idSchema,
  authorName: z.string(),
  rating: z.number().int(),
  title: z.string(),
  body: z.string(),
  /** Written by somebody who bought the product here. */
  verified: z.boolean(),
  createdAt: z.date(),
  /** The shop's public answer. */
  reply: z.string().nullable(),
  repliedAt: z.date().nullable(),
});

export const reviewPageSchema = z.object({
  items: z.array(writtenSchema),
  nextCursor: z.string().nullable(),
  /** How many reviews of the product give each number of stars, five first, whatever the filter. */
  totals: z.array(z.object({ rating: z.number().int(), count: z.number().int() })),
});

export const writeReviewInput = z.object({
  productId: idSchema,
  rating: ratingSchema,
  title: z.string().trim().min(1).max(120),
  body: z.string().trim().min(1).max(5000),
});

export const ownReviewInput = z.object({ productId: idSchema });

export const ownReviewSchema = writtenSchema.extend({ status: statusSchema, updatedAt: z.date() });

export const staffListReviewsInput = z.object({
  status: statusSchema.optional(),
  rating: ratingSchema.optional(),
  verified: z.boolean().optional(),
  productId: idSchema.optional(),
  /** Part of the product's name, the author or the text. */
  query: z.string().trim().max(100).optional(),
  sort: z.enum(['oldest', 'newest']).default('oldest'),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(30),
});

const staffReviewSchema = writtenSchema.extend({
  productId: idSchema,
  productName: z.string(),
  productSlug: z.string(),
  status: statusSchema,
  customerEmail: z.string().nullable(),
  moderatorName: z.string().nullable(),
  moderatedAt: z.date().nullable(),
  version: z.number().int(),
});

export const staffReviewPageSchema = z.object({
  items: z.array(staffReviewSchema),
  nextCursor: z.string().nullable(),
});

export const reviewCountsSchema = z.object({
  pending: z.number().int(),
  approved: z.number().int(),
  rejected: z.number().int(),
});

const versionedSchema = z.object({ id: idSchema, version: z.number().int() });

export const moderateReviewInput = versionedSchema.extend({ idempotencyKey: idempotencyKeySchema });

export const moderateManyInput = z.object({
  reviews: z.array(versionedSchema).min(1).max(100),
  idempotencyKey: idempotencyKeySchema,
});

export const moderatedSchema = versionedSchema.extend({ status: statusSchema });

export const replyToReviewInput = versionedSchema.extend({
  /** Null takes the answer away. */
  reply: z.string().trim().min(1).max(2000).nullable(),
  idempotencyKey: idempotencyKeySchema,
});

export const repliedSchema = versionedSchema.extend({ reply: z.string().nullable() });

export const ratingCheckSchema = z.object({
  products: z.number().int(),
  /** Products whose rating is not that of their approved reviews, at most 100. */
  wrong: z.array(
    z.object({
      productId: idSchema,
      ratingSum: z.number().int(),
      ratingCount: z.number().int(),
      reviewSum: z.number().int(),
      reviewCount: z.number().int(),
    }),
  ),
});

export type ReviewStatus = (typeof reviewStatuses)[number];
export type ReviewsInput = z.infer<typeof reviewsInput>;
export type ReviewPage = z.infer<typeof reviewPageSchema>;
export type WriteReviewInput = z.infer<typeof writeReviewInput>;
export type OwnReview = z.infer<typeof ownReviewSchema>;
export type StaffListReviewsInput = z.infer<typeof staffListReviewsInput>;
export type StaffReviewPage = z.infer<typeof staffReviewPageSchema>;
export type ReviewCounts = z.infer<typeof reviewCountsSchema>;
export type ModerateManyInput = z.infer<typeof moderateManyInput>;
export type Moderated = z.infer<typeof moderatedSchema>;
export type ReplyToReviewInput = z.infer<typeof replyToReviewInput>;
export type RatingCheck = z.infer<typeof ratingCheckSchema>;

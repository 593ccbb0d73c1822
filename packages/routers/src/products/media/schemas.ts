import { z } from 'zod';
import { idempotencyKeySchema, idSchema, imageSchema } from '../../schemas.ts';

export const maxPictures = 100;

const altSchema = z.string().trim().max(300);

/** What the browser says it will send; what counts is what arrives. */
export const createUploadInput = z.object({
  fileName: z.string().trim().min(1).max(255),
  contentType: z.string().min(1).max(100),
  bytes: z.number().int().min(0),
  idempotencyKey: idempotencyKeySchema,
});

export const uploadSchema = z.object({
  uploadId: idSchema,
  /** The address may be used until then. */
  expiresAt: z.date(),
  method: z.literal('PUT'),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
});

const edit = z.object({
  productId: idSchema,
  version: z.number().int().min(1),
  idempotencyKey: idempotencyKeySchema,
});

export const attachInput = edit.extend({
  uploadId: idSchema,
  alt: altSchema,
  /** Counted from 0; the end when left out or too far. */
  position: z.number().int().min(0).max(maxPictures).optional(),
});

export const replaceInput = edit.extend({ mediaId: idSchema, uploadId: idSchema });

export const setAltInput = edit.extend({ mediaId: idSchema, alt: altSchema });

/** Every picture of the product, each once, in the order they are to have. */
export const reorderInput = edit.extend({ mediaIds: z.array(idSchema).max(maxPictures) });

export const removeInput = edit.extend({ mediaId: idSchema });

/** The variants that show this picture from now on; others that did show none of their own. */
export const assignToVariantsInput = edit.extend({
  mediaId: idSchema,
  variantIds: z.array(idSchema).max(1000),
});

export const productMediaInput = z.object({ productId: idSchema });

export const productMediaSchema = z.object({
  productId: idSchema,
  version: z.number().int(),
  items: z.array(
    z.object({ id: idSchema, key: z.string(), image: imageSchema, variantIds: z.array(idSchema) }),
  ),
});

export const mediaVariantsSchema = z.array(
  z.object({ id: idSchema, sku: z.string(), name: z.string(), active: z.boolean() }),
);

export const storeImageInput = z.object({ uploadId: idSchema, idempotencyKey: idempotencyKeySchema });

export const storedImageSchema = z.object({ key: z.string(), image: imageSchema });

export type CreateUploadInput = z.infer<typeof createUploadInput>;
export type UploadView = z.infer<typeof uploadSchema>;
export type AttachInput = z.infer<typeof attachInput>;
export type ReplaceInput = z.infer<typeof replaceInput>;
export type SetAltInput = z.infer<typeof setAltInput>;
export type ReorderInput = z.infer<typeof reorderInput>;
export type RemoveInput = z.infer<typeof removeInput>;
export type AssignToVariantsInput = z.infer<typeof assignToVariantsInput>;
export type ProductMediaView = z.infer<typeof productMediaSchema>;
export type MediaVariants = z.infer<typeof mediaVariantsSchema>;
export type StoreImageInput = z.infer<typeof storeImageInput>;
export type StoredImage = z.infer<typeof storedImageSchema>;

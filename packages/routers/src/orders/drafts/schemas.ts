import { paymentMethods } from '@turing/domain';
import { z } from 'zod';
import {
  addressSchema,
  currencySchema,
  cursorSchema,
  idempotencyKeySchema,
  idSchema,
  imageSchema,
  minorSchema,
  secretTokenSchema,
} from '../../schemas.ts';

const content = {
  customerId: idSchema.nullable(),
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase())
    .nullable(),
  currency: currencySchema,
  address: addressSchema.nullable(),
  /** Code of a method; the first that goes there when left out. */
  shippingMethod: z.string().max(60).nullable(),
  /** Instead of what the method costs. */
  shippingMinor: minorSchema.nullable(),
  discountMinor: minorSchema,
  note: z.string().trim().max(1000).nullable(),
  lines: z
    .array(
      z.object({
        variantId: idSchema,
        quantity: z.number().int().min(1).max(9999),
        /** Today's price when it is left out. */
        unitPriceMinor: minorSchema.nullable(),
      }),
    )
    .max(200),
};

const draftWrite = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

export const createDraftInput = z.object({ idempotencyKey: idempotencyKeySchema, ...content });
export const updateDraftInput = z.object({ ...draftWrite, ...content });
export const previewDraftInput = z.object(content);
export const draftWriteInput = z.object(draftWrite);
export const reserveDraftInput = z.object({
  ...draftWrite,
  /** Null gives the stock back. */
  until: z.iso.datetime({ offset: true }).nullable(),
});
export const sendDraftInput = z.object({
  ...draftWrite,
  message: z.string().trim().max(1000).nullable().default(null),
  /** For how long the link can be used. */
  days: z.number().int().min(1).max(60).default(7),
});
export const placeDraftInput = z.object({
  ...draftWrite,
  paymentMethod: z.enum(paymentMethods).exclude(['card']).default('invoice'),
});

export const draftReceiptSchema = z.object({ id: idSchema, version: z.number().int() });
export const draftPlacedSchema = z.object({ orderId: idSchema });

const draftLineSchema = z.object({
  variantId: idSchema,
  sku: z.string(),
  productName: z.string(),
  variantName: z.string(),
  image: imageSchema.nullable(),
  quantity: z.number().int(),
  /** Staff's own, or null. */
  customPriceMinor: minorSchema.nullable(),
  unitPriceMinor: minorSchema,
  totalMinor: minorSchema,
  available: z.number().int(),
});

const sumsSchema = z.object({
  subtotalMinor: minorSchema,
  discountMinor: minorSchema,
  shippingMinor: minorSchema,
  taxMinor: minorSchema,
  totalMinor: minorSchema,
  taxInclusive: z.boolean(),
});

export const draftPreviewSchema = z.object({
  currency: currencySchema,
  lines: z.array(draftLineSchema),
  methods: z.array(z.object({ code: z.string(), name: z.string(), amountMinor: minorSchema })),
  shippingMethod: z.string().nullable(),
  shippingName: z.string().nullable(),
  sums: sumsSchema,
  /** What is still missing before it can be sent or placed. */
  missing: z.array(z.enum(['email', 'address', 'shipping', 'lines', 'price'])),
});

export const draftSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  token: secretTokenSchema,
  status: z.enum(['open', 'sent', 'ordered']),
  orderId: idSchema.nullable(),
  orderNumber: z.number().int().nullable(),
  customerId: idSchema.nullable(),
  customerName: z.string().nullable(),
  email: z.string().nullable(),
  address: addressSchema.nullable(),
  chosenMethod: z.string().nullable(),
  customShippingMinor: minorSchema.nullable(),
  customDiscountMinor: minorSchema,
  note: z.string().nullable(),
  reservedUntil: z.date().nullable(),
  sentAt: z.date().nullable(),
  linkExpiresAt: z.date().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  preview: draftPreviewSchema,
});

export const listDraftsInput = z.object({
  status: z.enum(['open', 'sent', 'ordered']).optional(),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(25),
});

export const draftPageSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      status: z.enum(['open', 'sent', 'ordered']),
      email: z.string().nullable(),
      name: z.string().nullable(),
      currency: currencySchema,
      itemCount: z.number().int(),
      orderId: idSchema.nullable(),
      orderNumber: z.number().int().nullable(),
      sentAt: z.date().nullable(),
      reservedUntil: z.date().nullable(),
      updatedAt: z.date(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** What whoever holds the link sees. */
export const offeredDraftSchema = z.object({
  email: z.string(),
  address: addressSchema,
  note: z.string().nullable(),
  message: z.string().nullable(),
  linkExpiresAt: z.date(),
  /** It has become this order. */
  orderToken: secretTokenSchema.nullable(),
  preview: draftPreviewSchema,
});

export const offeredDraftInput = z.object({ token: secretTokenSchema });

export const acceptDraftInput = z.object({
  token: secretTokenSchema,
  /** The total that was shown. */
  expectedTotalMinor: minorSchema,
});

export const acceptedDraftSchema = z.object({ orderToken: secretTokenSchema });

export type DraftContent = z.infer<typeof previewDraftInput>;
export type CreateDraftInput = z.infer<typeof createDraftInput>;
export type UpdateDraftInput = z.infer<typeof updateDraftInput>;
export type DraftWriteInput = z.infer<typeof draftWriteInput>;
export type ReserveDraftInput = z.infer<typeof reserveDraftInput>;
export type SendDraftInput = z.infer<typeof sendDraftInput>;
export type PlaceDraftInput = z.infer<typeof placeDraftInput>;
export type DraftPreview = z.infer<typeof draftPreviewSchema>;
export type DraftView = z.infer<typeof draftSchema>;
export type DraftPage = z.infer<typeof draftPageSchema>;
export type ListDraftsInput = z.infer<typeof listDraftsInput>;
export type OfferedDraft = z.infer<typeof offeredDraftSchema>;
export type AcceptDraftInput = z.infer<typeof acceptDraftInput>;

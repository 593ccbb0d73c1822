import { paymentMethods } from '@turing/domain';
import { z } from 'zod';
import { idSchema, imageSchema, minorSchema } from '../../schemas.ts';
import { staffWrite } from '../order-schemas.ts';

const changes = {
  /** New quantities of lines; 0 takes a line out. A line that is not named stays as it is. */
  lines: z
    .array(z.object({ orderLineId: idSchema, quantity: z.number().int().min(0).max(9999) }))
    .max(200)
    .default([]),
  added: z
    .array(
      z.object({
        variantId: idSchema,
        quantity: z.number().int().min(1).max(9999),
        /** Today's price when left out. */
        unitPriceMinor: minorSchema.nullable().default(null),
      }),
    )
    .max(50)
    .default([]),
  /** Taken off the goods beside what promotions took off. */
  extraDiscountMinor: minorSchema.default(0),
  /** What shipping costs from now on; as it was when left out. */
  shippingMinor: minorSchema.nullable().default(null),
};

export const previewEditInput = z.object({ id: idSchema, ...changes });

export const commitEditInput = z.object({
  ...staffWrite,
  ...changes,
  /** What the buyer is told. */
  note: z.string().trim().max(500).nullable().default(null),
  /** The total that was shown: another one is refused. */
  expectedTotalMinor: minorSchema,
  /** How a difference is to be paid. */
  paymentMethod: z.enum(paymentMethods).default('card'),
});

const sumsSchema = z.object({
  subtotalMinor: minorSchema,
  discountMinor: minorSchema,
  shippingMinor: minorSchema,
  taxMinor: minorSchema,
  totalMinor: minorSchema,
});

export const editPreviewSchema = z.object({
  before: sumsSchema,
  after: sumsSchema,
  taxInclusive: z.boolean(),
  lines: z.array(
    z.object({
      /** Null of a line that is added. */
      orderLineId: idSchema.nullable(),
      variantId: idSchema,
      sku: z.string(),
      productName: z.string(),
      variantName: z.string(),
      image: imageSchema.nullable(),
      quantity: z.number().int(),
      wasQuantity: z.number().int(),
      unitPriceMinor: minorSchema,
      discountMinor: minorSchema,
      totalMinor: minorSchema,
    }),
  ),
  chargeMinor: minorSchema,
  refundMinor: minorSchema,
  /** What is to be paid by hand changes by it, without a further payment. */
  openChangeMinor: z.number().int(),
});

export const editSchema = z.object({
  id: idSchema,
  createdAt: z.date(),
  staffName: z.string().nullable(),
  note: z.string().nullable(),
  differenceMinor: z.number().int(),
  chargeMinor: minorSchema,
  refundMinor: minorSchema,
  before: sumsSchema,
  after: sumsSchema,
  changes: z.array(z.object({ name: z.string(), from: z.number().int(), to: z.number().int() })),
});

export const editListSchema = z.object({ items: z.array(editSchema) });

export const releaseHoldInput = z.object(staffWrite);

export const sendPaymentLinkInput = z.object(staffWrite);

export type EditChanges = z.infer<typeof previewEditInput>;
export type CommitEditInput = z.infer<typeof commitEditInput>;
export type EditPreview = z.infer<typeof editPreviewSchema>;
export type OrderEdit = z.infer<typeof editSchema>;
export type ReleaseHoldInput = z.infer<typeof releaseHoldInput>;
export type SendPaymentLinkInput = z.infer<typeof sendPaymentLinkInput>;

import { returnReasons, returnResolutions, returnStates } from '@turing/domain';
import { z } from 'zod';
import {
  currencySchema,
  cursorSchema,
  idempotencyKeySchema,
  idSchema,
  minorSchema,
  secretTokenSchema,
} from '../../schemas.ts';
import { refundTerms, refundWishSchema } from '../refunds/schemas.ts';

const quantity = z.number().int().min(1).max(100_000);

const returnLineSchema = z.object({
  id: idSchema,
  orderLineId: idSchema,
  sku: z.string(),
  productName: z.string(),
  variantName: z.string(),
  quantity: z.number().int(),
  reason: z.enum(returnReasons),
  comment: z.string().nullable(),
  receivedQuantity: z.number().int(),
  restockedQuantity: z.number().int(),
  writtenOffQuantity: z.number().int(),
});

/** A return as its buyer sees it. */
const returnSchema = z.object({
  id: idSchema,
  /** The order's number and which of its returns: `100042-R1`. */
  name: z.string(),
  status: z.enum(returnStates),
  resolution: z.enum(returnResolutions),
  message: z.string().nullable(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  version: z.number().int(),
  createdAt: z.date(),
  updatedAt: z.date(),
  lines: z.array(returnLineSchema),
  refunds: z.array(
    z.object({ destination: z.enum(['payment', 'store_credit', 'exchange']), totalMinor: minorSchema }),
  ),
  exchange: z
    .object({ id: idSchema, number: z.number().int(), token: secretTokenSchema, status: z.string() })
    .nullable(),
});

export const staffReturnSchema = returnSchema.extend({
  requestedBy: z.enum(['guest', 'customer', 'staff', 'system']),
  orderId: idSchema,
  orderNumber: z.number().int(),
  customerId: idSchema.nullable(),
  customerName: z.string(),
  email: z.string(),
  currency: currencySchema,
  restockingFeePpm: z.number().int(),
  /** How things are to be sent back. */
  instructions: z.string(),
});

/** Everything about the returns of an order that its buyer sees. */
export const orderReturnsSchema = z.object({
  returns: z.array(returnSchema),
  /** What can be sent back now; empty when nothing can, or the time is over. */
  returnable: z.array(z.object({ orderLineId: idSchema, quantity: z.number().int() })),
  windowEndsAt: z.date().nullable(),
  instructions: z.string(),
  storeCredit: z.boolean(),
  /** What staff wrote to the buyer. */
  messages: z.array(z.object({ id: idSchema, body: z.string(), createdAt: z.date() })),
});

export const findReturnsInput = z.object({ token: secretTokenSchema });

const requested = {
  lines: z
    .array(
      z.object({
        orderLineId: idSchema,
        quantity,
        reason: z.enum(returnReasons),
        comment: z.string().trim().max(1000).nullable().default(null),
      }),
    )
    .min(1)
    .max(200),
  resolution: z.enum(returnResolutions),
  idempotencyKey: idempotencyKeySchema,
};

export const requestReturnInput = z.object({ token: secretTokenSchema, ...requested });

const ownEdit = {
  token: secretTokenSchema,
  returnId: idSchema,
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
};
export const withdrawReturnInput = z.object(ownEdit);
export const sendReturnInput = z.object({
  ...ownEdit,
  carrier: z.string().trim().max(60).nullable(),
  trackingNumber: z.string().trim().max(80).nullable(),
});

/** Staff may take back what is past its time. */
export const createReturnInput = z.object({ id: idSchema, ...requested });

const edit = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };
const message = z.string().trim().max(2000).nullable().default(null);

export const returnEditInput = z.object(edit);
export const approveReturnInput = z.object({ ...edit, message });
export const rejectReturnInput = z.object({ ...edit, message: z.string().trim().min(1).max(2000) });
export const shipReturnInput = z.object({
  ...edit,
  carrier: z.string().trim().max(60).nullable(),
  trackingNumber: z.string().trim().max(80).nullable(),
});
export const receiveReturnInput = z.object({
  ...edit,
  /** Of each line of the return, none left out. */
  lines: z
    .array(z.object({ lineId: idSchema, quantity: z.number().int().min(0).max(100_000) }))
    .min(1)
    .max(200),
});
export const inspectReturnInput = z.object({
  ...edit,
  lines: z
    .array(
      z.object({
        lineId: idSchema,
        restocked: z.number().int().min(0).max(100_000),
        writtenOff: z.number().int().min(0).max(100_000),
        /** Where it goes; where it came from unless told. */
        locationId: idSchema.optional(),
      }),
    )
    .min(1)
    .max(200),
});
export const settleReturnInput = z.object({ ...edit, ...refundWishSchema.shape, ...refundTerms });

const replacements = z
  .array(z.object({ variantId: idSchema, quantity: z.number().int().min(1).max(999) }))
  .min(1)
  .max(50);

export const previewExchangeInput = z.object({ id: idSchema, lines: replacements });

export const exchangePreviewSchema = z.object({
  totalMinor: minorSchema,
  lines: z.array(
    z.object({
      variantId: idSchema,
      name: z.string(),
      quantity: z.number().int(),
      totalMinor: minorSchema,
      available: z.number().int(),
    }),
  ),
});

export const exchangeReturnInput = z.object({
  ...edit,
  ...refundWishSchema.shape,
  replacements,
  /** The worth of what came back, and what the new things cost, as they were shown. */
  expectedWorthMinor: minorSchema.min(0),
  expectedTotalMinor: minorSchema.min(0),
});

export const listReturnsInput = z.object({
  status: z.enum(returnStates).optional(),
  /** Order number, e-mail or name. */
  query: z.string().trim().max(100).optional(),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const returnPageSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      orderId: idSchema,
      customerName: z.string(),
      email: z.string(),
      status: z.enum(returnStates),
      resolution: z.enum(returnResolutions),
      units: z.number().int(),
      reasons: z.array(z.enum(returnReasons)),
      createdAt: z.date(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const returnCountsSchema = z.record(z.enum(returnStates), z.number().int());

export const policySchema = z.object({
  windowDays: z.number().int(),
  restockingFeePpm: z.number().int(),
  instructions: z.string(),
  version: z.number().int(),
});

export const setPolicyInput = z.object({
  windowDays: z.number().int().min(0).max(3650),
  restockingFeePpm: z.number().int().min(0).max(1_000_000),
  instructions: z.string().trim().min(1).max(2000),
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
});

export type StaffReturnView = z.infer<typeof staffReturnSchema>;
export type OrderReturns = z.infer<typeof orderReturnsSchema>;
export type RequestedLine = z.infer<typeof requestReturnInput>['lines'][number];
export type RequestReturnInput = z.infer<typeof requestReturnInput>;
export type WithdrawReturnInput = z.infer<typeof withdrawReturnInput>;
export type SendReturnInput = z.infer<typeof sendReturnInput>;
export type CreateReturnInput = z.infer<typeof createReturnInput>;
export type ReturnEditInput = z.infer<typeof returnEditInput>;
export type ApproveReturnInput = z.infer<typeof approveReturnInput>;
export type RejectReturnInput = z.infer<typeof rejectReturnInput>;
export type ShipReturnInput = z.infer<typeof shipReturnInput>;
export type ReceiveReturnInput = z.infer<typeof receiveReturnInput>;
export type InspectReturnInput = z.infer<typeof inspectReturnInput>;
export type SettleReturnInput = z.infer<typeof settleReturnInput>;
export type ExchangeLine = z.infer<typeof replacements>[number];
export type PreviewExchangeInput = z.infer<typeof previewExchangeInput>;
export type ExchangePreview = z.infer<typeof exchangePreviewSchema>;
export type ExchangeReturnInput = z.infer<typeof exchangeReturnInput>;
export type ListReturnsInput = z.infer<typeof listReturnsInput>;
export type ReturnPage = z.infer<typeof returnPageSchema>;
export type ReturnPolicy = z.infer<typeof policySchema>;
export type SetPolicyInput = z.infer<typeof setPolicyInput>;

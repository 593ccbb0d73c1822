import { fulfilmentStates, orderStates, paymentMethods, paymentStates } from '@turing/domain';
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
} from '../schemas.ts';
import { pricingSchema } from './checkout-schemas.ts';
import { orderCreditSchema } from './credit/credit-schemas.ts';
import { giftSchema } from './credit/gift-schemas.ts';
import { orderPromotionSchema } from './promotions/promotion-view-schemas.ts';

const orderLineSchema = z.object({
  id: idSchema,
  kind: z.enum(['goods', 'gift_card']),
  /** Of a gift card, for whom each unit is. */
  gifts: z.array(giftSchema).readonly(),
  sku: z.string(),
  productName: z.string(),
  productSlug: z.string(),
  variantName: z.string(),
  image: imageSchema.nullable(),
  quantity: z.number().int(),
  fulfilledQuantity: z.number().int(),
  /** Units that an edit added and that wait for their money. */
  heldQuantity: z.number().int(),
  /** Units cancelled before they were shipped. */
  cancelledQuantity: z.number().int(),
  unitPriceMinor: minorSchema,
  subtotalMinor: minorSchema,
  discountMinor: minorSchema,
  taxMinor: minorSchema,
  totalMinor: minorSchema,
});

const shipmentSchema = z.object({
  id: idSchema,
  carrier: z.string(),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  shippedAt: z.date(),
  deliveredAt: z.date().nullable(),
  lines: z.array(z.object({ orderLineId: idSchema, quantity: z.number().int() })),
});

export const orderSchema = z.object({
  number: z.number().int(),
  token: secretTokenSchema,
  status: z.enum(orderStates),
  paymentStatus: z.enum(paymentStates),
  /** A gateway failure code of the last declined attempt, e.g. `insufficient_funds`. */
  paymentFailure: z.string().nullable(),
  paymentMethod: z.enum(paymentMethods),
  /** What is still to be paid, in whatever way. */
  openMinor: minorSchema,
  /** Of it a difference that can be paid by card now. */
  differenceMinor: minorSchema,
  fulfilmentStatus: z.enum(fulfilmentStates),
  email: z.string(),
  currency: currencySchema,
  pricing: pricingSchema.omit({ taxName: true }),
  refundedMinor: minorSchema,
  /** What gift cards and store credit paid of the total, and what of it went back to which. */
  creditMinor: minorSchema,
  credits: z.array(orderCreditSchema).readonly(),
  /** The codes used, with commas between them. */
  promotionCode: z.string().nullable(),
  promotions: z.array(orderPromotionSchema),
  shippingName: z.string(),
  /** Fetched at the address it shows, by whom it names. */
  isPickup: z.boolean(),
  shippingAddress: addressSchema,
  note: z.string().nullable(),
  lines: z.array(orderLineSchema),
  shipments: z.array(shipmentSchema),
  placedAt: z.date(),
  expiresAt: z.date(),
  confirmedAt: z.date().nullable(),
  cancelledAt: z.date().nullable(),
});

const orderPaymentSchema = z.object({
  id: idSchema,
  purpose: z.enum(['order', 'difference']),
  provider: z.enum(['stripe', 'manual']),
  method: z.enum(paymentMethods),
  status: z.enum(paymentStates),
  amountMinor: minorSchema,
  capturedMinor: minorSchema,
  refundedMinor: minorSchema,
  gatewayRef: z.string().nullable(),
  failure: z.string().nullable(),
  receipts: z.array(z.object({ amountMinor: minorSchema, reference: z.string().nullable() })).readonly(),
  /** Asked back, to be given by hand. */
  handRefunds: z.array(z.object({ id: idSchema, amountMinor: minorSchema })).readonly(),
});

export const staffOrderSchema = orderSchema.extend({
  id: idSchema,
  version: z.number().int(),
  customerId: idSchema.nullable(),
  cancelReason: z.string().nullable(),
  gatewayRef: z.string().nullable(),
  capturedMinor: minorSchema,
  /** The order's own first, then differences. */
  payments: z.array(orderPaymentSchema),
  timeline: z.array(
    z.object({
      id: idSchema,
      kind: z.string(),
      fromStatus: z.string().nullable(),
      toStatus: z.string().nullable(),
      actorKind: z.enum(['guest', 'customer', 'staff', 'system']),
      actorName: z.string().nullable(),
      data: z.record(z.string(), z.unknown()),
      createdAt: z.date(),
    }),
  ),
});

export const orderSummarySchema = z.object({
  toShip: z.number().int(),
  awaitingPayment: z.number().int(),
  inReview: z.number().int(),
  currency: currencySchema,
  /** The last thirty days, oldest first, and the thirty before them: orders confirmed in `currency`. */
  days: z.array(z.object({ date: z.string(), orders: z.number().int(), revenueMinor: minorSchema })),
  previousOrders: z.number().int(),
  previousRevenueMinor: minorSchema,
});

export const staffWrite = {
  id: idSchema,
  /** The version that was looked at: another one is refused as a conflict. */
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
};

export const shipOrderInput = z.object({
  ...staffWrite,
  carrier: z.string().trim().min(1).max(60),
  trackingNumber: z.string().trim().max(80).nullable(),
  trackingUrl: z
    .url({ protocol: /^https?$/u })
    .max(500)
    .nullable()
    .default(null),
  lines: z
    .array(z.object({ orderLineId: idSchema, quantity: z.number().int().min(1) }))
    .min(1)
    .max(200),
});

export const cancelOrderInput = z.object({ ...staffWrite, reason: z.string().trim().min(1).max(300) });

export const deliverOrderInput = z.object(staffWrite);

export const myOrdersInput = z.object({
  /** Of one order. */
  number: z.number().int().min(0).max(2_147_483_647).optional(),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(50).default(20),
});

export const myOrdersSchema = z.object({
  items: z.array(
    z.object({
      number: z.number().int(),
      token: secretTokenSchema,
      placedAt: z.date(),
      country: z.string(),
      status: z.enum(orderStates),
      paymentStatus: z.enum(paymentStates),
      fulfilmentStatus: z.enum(fulfilmentStates),
      itemCount: z.number().int(),
      totalMinor: minorSchema,
      currency: currencySchema,
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const myOrderInput = z.object({ number: z.number().int().positive().max(2_147_483_647) });

export const claimedOrdersSchema = z.object({ claimed: z.number().int() });

export type ClaimedOrders = z.infer<typeof claimedOrdersSchema>;
export type MyOrderInput = z.infer<typeof myOrderInput>;
export type OrderView = z.infer<typeof orderSchema>;
export type StaffOrderView = z.infer<typeof staffOrderSchema>;
export type OrderSummary = z.infer<typeof orderSummarySchema>;
export type ShipOrderInput = z.infer<typeof shipOrderInput>;
export type CancelOrderInput = z.infer<typeof cancelOrderInput>;
export type DeliverOrderInput = z.infer<typeof deliverOrderInput>;
export type MyOrdersInput = z.infer<typeof myOrdersInput>;
export type MyOrders = z.infer<typeof myOrdersSchema>;

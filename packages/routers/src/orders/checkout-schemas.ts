import { paymentMethods } from '@turing/domain';
import { z } from 'zod';
import {
  addressSchema,
  currencySchema,
  idempotencyKeySchema,
  minorSchema,
  secretTokenSchema,
} from '../schemas.ts';
import { cartPromotionSchema } from './promotions/promotion-view-schemas.ts';
import { cartCreditSchema } from './credit/credit-schemas.ts';

const emailSchema = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());

export const quoteInput = z.object({
  token: secretTokenSchema,
  country: z.string().regex(/^[A-Z]{2}$/u),
  region: z.string().trim().max(120).nullable(),
  /** Decides who may use some promotions. */
  email: emailSchema.optional(),
  /** Zones and tax services ask for them; a quote without them is for the country or region. */
  postalCode: z.string().trim().max(20).default(''),
  city: z.string().trim().max(120).default(''),
  line1: z.string().trim().max(200).default(''),
  /** Code of a shipping method; the first offered one when left out. */
  shippingMethod: z.string().max(60).optional(),
});

export const pricingSchema = z.object({
  subtotalMinor: minorSchema,
  discountMinor: minorSchema,
  shippingMinor: minorSchema,
  taxMinor: minorSchema,
  /** Its part of the tax. */
  shippingTaxMinor: minorSchema,
  totalMinor: minorSchema,
  /** True when prices contain the tax, as in Europe. */
  taxInclusive: z.boolean(),
  taxName: z.string(),
  /** By jurisdiction and rate; they sum to the tax. */
  taxes: z.array(
    z.object({
      name: z.string(),
      jurisdiction: z.string(),
      ratePpm: z.number().int(),
      taxableMinor: minorSchema,
      taxMinor: minorSchema,
    }),
  ),
});

/** Where an order is fetched. */
const pickupAddressSchema = addressSchema.omit({ name: true, phone: true });

export const quoteSchema = z.object({
  currency: currencySchema,
  methods: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      description: z.string(),
      amountMinor: minorSchema,
      minDays: z.number().int(),
      maxDays: z.number().int(),
      /** Null when it is delivered. */
      pickup: pickupAddressSchema.nullable(),
    }),
  ),
  shippingMethod: z.string(),
  /** The ways to pay, the usual one first. */
  paymentMethods: z.array(z.enum(paymentMethods)),
  pricing: pricingSchema,
  /** Every code with what it gives or why not, then what applies without one or is within reach. */
  promotions: z.array(cartPromotionSchema),
  /** Gift cards and store credit that will pay, what they pay of the total, and what is left to be paid otherwise. */
  credits: z.array(cartCreditSchema),
  creditMinor: minorSchema,
  dueMinor: minorSchema,
});

export const placeOrderInput = z.object({
  token: secretTokenSchema,
  email: emailSchema,
  /** Null when the order is fetched: then `pickup` says by whom. */
  address: addressSchema.nullable(),
  /** Who fetches the order, and the place it was quoted for. */
  pickup: z
    .object({
      name: z.string().trim().max(120),
      phone: z.string().trim().max(40).nullable(),
      country: z.string().regex(/^[A-Z]{2}$/u),
      region: z.string().trim().max(120).nullable(),
      /** Decides who may use some promotions. */
      email: emailSchema.optional(),
      postalCode: z.string().trim().max(20).default(''),
    })
    .nullable()
    .default(null),
  shippingMethod: z.string().max(60),
  note: z.string().trim().max(1000).nullable().default(null),
  /** One that the quote offers. */
  paymentMethod: z.enum(paymentMethods).default('card'),
  /** What the shopper saw: another total is refused, so nobody pays a price unseen. */
  expectedTotalMinor: minorSchema,
  /** The same of what gift cards and store credit pay. */
  expectedCreditMinor: minorSchema.default(0),
  idempotencyKey: idempotencyKeySchema,
});

export const placedOrderSchema = z.object({
  orderToken: secretTokenSchema,
  number: z.number().int(),
  totalMinor: minorSchema,
  /** What is left to be paid; an order with nothing due is confirmed. */
  dueMinor: minorSchema,
  currency: currencySchema,
  expiresAt: z.date(),
});

export type QuoteInput = z.infer<typeof quoteInput>;
export type Quote = z.infer<typeof quoteSchema>;
export type PlaceOrderInput = z.infer<typeof placeOrderInput>;
export type PlacedOrder = z.infer<typeof placedOrderSchema>;

import { z } from 'zod';
import {
  addressSchema,
  currencySchema,
  idempotencyKeySchema,
  minorSchema,
  secretTokenSchema,
} from '../schemas.ts';
import { cartCreditSchema } from './credit/credit-schemas.ts';

export const quoteInput = z.object({
  token: secretTokenSchema,
  country: z.string().regex(/^[A-Z]{2}$/u),
  region: z.string().trim().max(120).nullable(),
  /** Code of a shipping method; the first offered one when left out. */
  shippingMethod: z.string().max(60).optional(),
});

export const pricingSchema = z.object({
  subtotalMinor: minorSchema,
  discountMinor: minorSchema,
  shippingMinor: minorSchema,
  taxMinor: minorSchema,
  totalMinor: minorSchema,
  /** True when prices contain the tax, as in Europe. */
  taxInclusive: z.boolean(),
  taxName: z.string(),
});

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
    }),
  ),
  shippingMethod: z.string(),
  pricing: pricingSchema,
  /** Gift cards and store credit that will pay, what they pay of the total, and what is left to be paid otherwise. */
  credits: z.array(cartCreditSchema),
  creditMinor: minorSchema,
  dueMinor: minorSchema,
});

export const placeOrderInput = z.object({
  token: secretTokenSchema,
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
  address: addressSchema,
  shippingMethod: z.string().max(60),
  note: z.string().trim().max(1000).nullable().default(null),
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

import { z } from 'zod';
import {
  currencySchema,
  idempotencyKeySchema,
  idSchema,
  imageSchema,
  minorSchema,
  secretTokenSchema,
} from '../schemas.ts';
import { cartCreditSchema } from './credit/credit-schemas.ts';
import { giftInput, giftSchema } from './credit/gift-schemas.ts';
import { cartPromotionSchema } from './promotions/promotion-view-schemas.ts';

/** What a shopper must be told about a line before paying. */
const cartNotices = ['price_changed', 'insufficient_stock', 'out_of_stock', 'unavailable'] as const;

export const cartLineSchema = z.object({
  id: idSchema,
  variantId: idSchema,
  sku: z.string(),
  productSlug: z.string(),
  productName: z.string(),
  variantName: z.string(),
  image: imageSchema.nullable(),
  quantity: z.number().int(),
  /** What can be bought now, at most 99. */
  available: z.number().int(),
  unitPriceMinor: minorSchema,
  /** The price when the shopper last changed the line. */
  seenPriceMinor: minorSchema,
  compareAtMinor: minorSchema.nullable(),
  subtotalMinor: minorSchema,
  kind: z.enum(['goods', 'gift_card']),
  /** Of a gift card, for whom each unit is. */
  gifts: z.array(giftSchema),
  notice: z.enum(cartNotices).nullable(),
});

export const cartSchema = z.object({
  token: secretTokenSchema,
  currency: currencySchema,
  lines: z.array(cartLineSchema),
  itemCount: z.number().int(),
  subtotalMinor: minorSchema,
  discountMinor: minorSchema,
  /** Goods after the discount, before shipping and tax. */
  totalMinor: minorSchema,
  /** Every code with what it gives or why not, then what applies without one or is within reach. */
  promotions: z.array(cartPromotionSchema),
  /** Gift cards and store credit that will pay, in the order in which they pay. */
  credits: z.array(cartCreditSchema),
  /** What they pay of `totalMinor`, and what is left to be paid otherwise. */
  creditMinor: minorSchema,
  dueMinor: minorSchema,
  /** What the signed-in customer could pay with, whether or not the cart uses it. */
  storeCreditMinor: minorSchema,
  /** Nothing in it is shipped. */
  isDigital: z.boolean(),
  /** False while a line has a notice other than a changed price, or nothing is in the cart. */
  ready: z.boolean(),
});

const write = { token: secretTokenSchema, idempotencyKey: idempotencyKeySchema };

export const findCartInput = z.object({ token: secretTokenSchema });

export const addLineInput = z.object({
  /** Null makes a new cart; its token is in the answer. */
  token: secretTokenSchema.nullable(),
  variantId: idSchema,
  quantity: z.number().int().min(1).max(99),
  currency: currencySchema.default('USD'),
  /** Of a gift card: for whom it is. */
  gift: giftInput.optional(),
  idempotencyKey: idempotencyKeySchema,
});

export const setLineInput = z.object({
  ...write,
  lineId: idSchema,
  /** Zero removes the line. */
  quantity: z.number().int().min(0).max(99),
});

export const applyPromotionInput = z.object({ ...write, code: z.string().trim().min(1).max(40) });

export const removePromotionInput = z.object({
  ...write,
  /** Every code when left out. */
  code: z.string().trim().min(1).max(40).optional(),
});

export const setCurrencyInput = z.object({ ...write, currency: currencySchema });

/** The cart in the shopper's hands when they signed in, if any. */
export const mergeCartInput = z.object({ token: secretTokenSchema.nullable() });

export const myCartSchema = z.object({
  cart: cartSchema.nullable(),
  /** A guest's cart waits to be merged. */
  mergeDue: z.boolean(),
});

export type MergeCartInput = z.infer<typeof mergeCartInput>;
export type MyCart = z.infer<typeof myCartSchema>;
export type CartView = z.infer<typeof cartSchema>;
export type CartLineView = z.infer<typeof cartLineSchema>;
export type AddLineInput = z.infer<typeof addLineInput>;
export type SetLineInput = z.infer<typeof setLineInput>;
export type ApplyPromotionInput = z.infer<typeof applyPromotionInput>;
export type SetCurrencyInput = z.infer<typeof setCurrencyInput>;
export type RemovePromotionInput = z.infer<typeof removePromotionInput>;

import { z } from 'zod';
import {
  currencySchema,
  idempotencyKeySchema,
  idSchema,
  imageSchema,
  minorSchema,
  secretTokenSchema,
} from '../../schemas.ts';
import { cartSchema } from '../cart-schemas.ts';

const wishSchema = z.object({
  variantId: idSchema,
  productSlug: z.string(),
  productName: z.string(),
  variantName: z.string(),
  image: imageSchema.nullable(),
  /** Null when it has no price in the currency. */
  priceMinor: minorSchema.nullable(),
  compareAtMinor: minorSchema.nullable(),
  available: z.number().int(),
  /** False when it is no longer sold. */
  sellable: z.boolean(),
  addedAt: z.date(),
});

export const listWishesInput = z.object({ currency: currencySchema.default('USD') });

export const wishlistSchema = z.object({ currency: currencySchema, items: z.array(wishSchema) });

export const wishInput = z.object({ variantId: idSchema });

export const wishedSchema = z.object({ wished: z.array(idSchema) });

export const wishToCartInput = z.object({
  variantId: idSchema,
  /** The cart in hand; null for the account's. */
  token: secretTokenSchema.nullable(),
  currency: currencySchema.default('USD'),
  idempotencyKey: idempotencyKeySchema,
});

export const wishToCartSchema = cartSchema;

export type ListWishesInput = z.infer<typeof listWishesInput>;
export type Wishlist = z.infer<typeof wishlistSchema>;
export type WishInput = z.infer<typeof wishInput>;
export type Wished = z.infer<typeof wishedSchema>;
export type WishToCartInput = z.infer<typeof wishToCartInput>;

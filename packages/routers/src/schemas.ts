import { currencies, type Currency } from '@turing/domain';
import { z } from 'zod';

export const currencySchema = z.enum(currencies) satisfies z.ZodType<Currency>;

/** Integer minor units of the currency beside it. */
export const minorSchema = z.number().int();

export const idSchema = z.uuid();

/** Chosen by the caller, once per intended write: a retry carries the same key. */
export const idempotencyKeySchema = z
  .string()
  .min(16)
  .max(64)
  .regex(/^[\w-]+$/u);

/** The unguessable key of a cart or an order's page. */
export const secretTokenSchema = z.string().regex(/^[\w-]{32}$/u);

export const cursorSchema = z.string().min(1).max(500);

/** Renditions are `<src>/<width>.<avif|webp>` with width 160, 320, 480, 640, 960 or 1280. */
export const imageSchema = z.object({
  src: z.string(),
  alt: z.string(),
  colour: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});

export const addressSchema = z.object({
  name: z.string().trim().min(1).max(120),
  line1: z.string().trim().min(1).max(200),
  line2: z.string().trim().max(200).nullable(),
  city: z.string().trim().min(1).max(120),
  region: z.string().trim().max(120).nullable(),
  postalCode: z.string().trim().max(20),
  country: z.string().regex(/^[A-Z]{2}$/u),
  phone: z.string().trim().max(40).nullable(),
});

export type Image = z.infer<typeof imageSchema>;
export type AddressInput = z.infer<typeof addressSchema>;

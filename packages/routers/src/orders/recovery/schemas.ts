import { z } from 'zod';
import { currencySchema, cursorSchema, idSchema, minorSchema, secretTokenSchema } from '../../schemas.ts';

export const rememberInput = z.object({
  /** Of the cart. */
  token: secretTokenSchema,
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
  /** Whether the shopper agreed to letters, in the words of `checkoutConsentWording`. */
  consent: z.boolean(),
});

export const restoreInput = z.object({
  restoreToken: secretTokenSchema,
  /** The cart in hand, if there is one: what is in it stays. */
  token: secretTokenSchema.nullable(),
});

export const restoredSchema = z.object({
  /** The cart to go on with; null when it is somebody's account's, or became an order. */
  token: secretTokenSchema.nullable(),
  outcome: z.enum(['restored', 'ordered', 'sign_in']),
});

export const unsubscribeInput = z.object({ unsubscribeToken: secretTokenSchema });

const abandonedStates = ['open', 'written', 'restored', 'recovered'] as const;

export const listAbandonedInput = z.object({
  state: z.enum(abandonedStates).optional(),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const abandonedPageSchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      name: z.string().nullable(),
      email: z.string(),
      customerId: idSchema.nullable(),
      consent: z.boolean(),
      units: z.number().int(),
      /** At the prices the shopper saw last. */
      valueMinor: minorSchema,
      currency: currencySchema,
      leftAt: z.date(),
      sentAt: z.date().nullable(),
      restoredAt: z.date().nullable(),
      order: z.object({ id: idSchema, number: z.number().int() }).nullable(),
      state: z.enum(abandonedStates),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const recoverySummarySchema = z.object({
  /** Of the last thirty days. */
  written: z.number().int(),
  restored: z.number().int(),
  recovered: z.number().int(),
});

export type RememberInput = z.infer<typeof rememberInput>;
export type RestoreInput = z.infer<typeof restoreInput>;
export type Restored = z.infer<typeof restoredSchema>;
export type UnsubscribeInput = z.infer<typeof unsubscribeInput>;
export type ListAbandonedInput = z.infer<typeof listAbandonedInput>;
export type AbandonedPage = z.infer<typeof abandonedPageSchema>;
export type RecoverySummary = z.infer<typeof recoverySummarySchema>;

import { z } from 'zod';
import { currencySchema, cursorSchema, idempotencyKeySchema, idSchema, minorSchema } from '../../schemas.ts';

export const myCreditSchema = z.object({
  accounts: z.array(z.object({ currency: currencySchema, balanceMinor: minorSchema })),
});

const entrySchema = z.object({
  id: idSchema,
  kind: z.enum(['issued', 'spent', 'returned', 'adjusted']),
  /** A word of the shop: `bought`, `order`, `cancelled`. */
  reason: z.string(),
  amountMinor: minorSchema,
  balanceAfterMinor: minorSchema,
  currency: currencySchema,
  orderId: idSchema.nullable(),
  orderNumber: z.number().int().nullable(),
  staffName: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: z.date(),
});

const page = { cursor: cursorSchema.optional(), limit: z.number().int().min(1).max(100).default(20) };

export const creditHistoryInput = z.object(page);
export const creditHistorySchema = z.object({
  items: z.array(entrySchema),
  nextCursor: z.string().nullable(),
});
/** What customers see of it: not who of the staff it was, nor their words. */
export const myHistorySchema = z.object({
  items: z.array(entrySchema.omit({ staffName: true, note: true, orderId: true })),
  nextCursor: z.string().nullable(),
});

/** Why somebody changed a balance, in the words of staff. */
const noteSchema = z.string().trim().min(1).max(300);
const amountSchema = minorSchema.min(1).max(100_000_000);
const changeSchema = minorSchema
  .min(-100_000_000)
  .max(100_000_000)
  .refine((amount) => amount !== 0);
const edit = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };
const emailSchema = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());

const giftCardStates = ['active', 'used', 'expired', 'disabled'] as const;

export const listGiftCardsInput = z.object({
  /** The end of a code, an e-mail address or the number of an order. */
  query: z.string().trim().max(100).optional(),
  state: z.enum(giftCardStates).optional(),
  ...page,
});

const giftCardRowSchema = z.object({
  id: idSchema,
  lastFour: z.string(),
  currency: currencySchema,
  balanceMinor: minorSchema,
  issuedMinor: minorSchema,
  state: z.enum(giftCardStates),
  recipientName: z.string().nullable(),
  recipientEmail: z.string().nullable(),
  orderId: idSchema.nullable(),
  orderNumber: z.number().int().nullable(),
  expiresAt: z.date().nullable(),
  createdAt: z.date(),
});

export const giftCardPageSchema = z.object({
  items: z.array(giftCardRowSchema),
  nextCursor: z.string().nullable(),
});

export const giftCardSchema = giftCardRowSchema.extend({
  version: z.number().int(),
  senderName: z.string().nullable(),
  message: z.string().nullable(),
  deliverAt: z.date().nullable(),
  sentAt: z.date().nullable(),
  disabledAt: z.date().nullable(),
});

export const giftCardInput = z.object({ id: idSchema });
export const accountHistoryInput = z.object({ id: idSchema, ...page });

export const issueGiftCardInput = z.object({
  currency: currencySchema,
  amountMinor: amountSchema,
  recipientName: z.string().trim().min(1).max(120).nullable().default(null),
  /** Where the card is sent; null for one that staff hand over. */
  recipientEmail: emailSchema.nullable().default(null),
  message: z.string().trim().max(500).nullable().default(null),
  /** The last day on which it can be spent. */
  expiresOn: z.iso.date().nullable().default(null),
  note: noteSchema,
  idempotencyKey: idempotencyKeySchema,
});
/** The code is shown this once. */
export const issuedGiftCardSchema = z.object({ card: giftCardSchema, code: z.string() });

export const adjustGiftCardInput = z.object({ ...edit, amountMinor: changeSchema, note: noteSchema });
export const setGiftCardDisabledInput = z.object({ ...edit, disabled: z.boolean() });
export const setGiftCardExpiryInput = z.object({ ...edit, expiresOn: z.iso.date().nullable() });
export const resendGiftCardInput = z.object({ ...edit, recipientEmail: emailSchema });

export const storeCreditOfInput = z.object({ customerId: idSchema });
export const storeCreditSchema = z.array(
  z.object({
    id: idSchema,
    currency: currencySchema,
    balanceMinor: minorSchema,
    version: z.number().int(),
  }),
);
export const changeStoreCreditInput = z.object({
  customerId: idSchema,
  currency: currencySchema,
  /** Above zero gives, below zero takes. */
  amountMinor: changeSchema,
  note: noteSchema,
  /** Of the account that was looked at; null where there was none in the currency. */
  version: z.number().int().nullable(),
  idempotencyKey: idempotencyKeySchema,
});

export type MyCredit = z.infer<typeof myCreditSchema>;
export type CreditHistoryInput = z.infer<typeof creditHistoryInput>;
export type CreditHistory = z.infer<typeof creditHistorySchema>;
export type ListGiftCardsInput = z.infer<typeof listGiftCardsInput>;
export type GiftCardPage = z.infer<typeof giftCardPageSchema>;
export type GiftCardView = z.infer<typeof giftCardSchema>;
export type IssueGiftCardInput = z.infer<typeof issueGiftCardInput>;
export type IssuedGiftCard = z.infer<typeof issuedGiftCardSchema>;
export type AdjustGiftCardInput = z.infer<typeof adjustGiftCardInput>;
export type SetGiftCardDisabledInput = z.infer<typeof setGiftCardDisabledInput>;
export type SetGiftCardExpiryInput = z.infer<typeof setGiftCardExpiryInput>;
export type ResendGiftCardInput = z.infer<typeof resendGiftCardInput>;
export type StoreCredit = z.infer<typeof storeCreditSchema>;
export type ChangeStoreCreditInput = z.infer<typeof changeStoreCreditInput>;

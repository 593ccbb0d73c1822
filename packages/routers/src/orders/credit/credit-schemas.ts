import { z } from 'zod';
import {
  currencySchema,
  idempotencyKeySchema,
  idSchema,
  minorSchema,
  secretTokenSchema,
} from '../../schemas.ts';
import { giftInput } from './gift-schemas.ts';

const kindSchema = z.enum(['gift_card', 'store_credit']);

/** An account that pays a cart. */
export const cartCreditSchema = z.object({
  id: idSchema,
  kind: kindSchema,
  /** The end of a gift card's code. */
  lastFour: z.string().nullable(),
  balanceMinor: minorSchema,
  /** What it pays of the cart, and what is left on it then. */
  amountMinor: minorSchema,
  remainingMinor: minorSchema,
  /** Why it pays nothing. */
  reason: z.enum(['unusable', 'other_currency', 'empty']).nullable(),
});

/** An account that paid an order. */
export const orderCreditSchema = z.object({
  accountId: idSchema,
  kind: kindSchema,
  lastFour: z.string().nullable(),
  amountMinor: minorSchema,
  returnedMinor: minorSchema,
});

const cartWrite = { token: secretTokenSchema, idempotencyKey: idempotencyKeySchema };
const codeSchema = z.string().trim().min(1).max(60);

export const applyGiftCardInput = z.object({ ...cartWrite, code: codeSchema });
export const removeCreditInput = z.object({ ...cartWrite, accountId: idSchema });
export const useStoreCreditInput = z.object(cartWrite);
export const changeGiftInput = z.object({
  ...cartWrite,
  lineId: idSchema,
  giftId: idSchema,
  gift: giftInput,
});
export const removeGiftInput = z.object({ ...cartWrite, lineId: idSchema, giftId: idSchema });

export const checkBalanceInput = z.object({ code: codeSchema });
export const balanceSchema = z.object({
  lastFour: z.string(),
  currency: currencySchema,
  balanceMinor: minorSchema,
  expiresAt: z.date().nullable(),
});

export type CartCredit = z.infer<typeof cartCreditSchema>;
export type OrderCreditView = z.infer<typeof orderCreditSchema>;
export type ApplyGiftCardInput = z.infer<typeof applyGiftCardInput>;
export type RemoveCreditInput = z.infer<typeof removeCreditInput>;
export type UseStoreCreditInput = z.infer<typeof useStoreCreditInput>;
export type ChangeGiftInput = z.infer<typeof changeGiftInput>;
export type RemoveGiftInput = z.infer<typeof removeGiftInput>;
export type CheckBalanceInput = z.infer<typeof checkBalanceInput>;
export type Balance = z.infer<typeof balanceSchema>;

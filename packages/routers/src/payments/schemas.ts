import { paymentStates } from '@turing/domain';
import { z } from 'zod';
import { staffOrderSchema, staffWrite } from '../orders/index.ts';
import { idSchema, minorSchema, secretTokenSchema } from '../schemas.ts';

export const startCheckoutInput = z.object({ orderToken: secretTokenSchema });

/** Where to send the shopper: the gateway's own payment page. */
export const checkoutSchema = z.object({ url: z.url() });

export const syncInput = z.object({ orderToken: secretTokenSchema });

export const syncSchema = z.object({ paymentStatus: z.enum(paymentStates) });

const handReference = z.string().trim().min(1).max(120).nullable().default(null);

export const markPaidInput = z.object({
  ...staffWrite,
  paymentId: idSchema,
  amountMinor: minorSchema.min(1),
  /** How the money is known: a bank's reference, the number of a cheque. */
  reference: handReference,
  /** How it came, where the card was waited for. */
  method: z.enum(['invoice', 'cash_on_delivery']).default('invoice'),
});

export const recordRefundInput = z.object({ ...staffWrite, refundId: idSchema, reference: handReference });

export { staffOrderSchema };

export type MarkPaidInput = z.infer<typeof markPaidInput>;
export type RecordRefundInput = z.infer<typeof recordRefundInput>;
export type StartCheckoutInput = z.infer<typeof startCheckoutInput>;

import { paymentStates } from '@turing/domain';
import { z } from 'zod';
import { secretTokenSchema } from '../schemas.ts';

export const startCheckoutInput = z.object({ orderToken: secretTokenSchema });

/** Where to send the shopper: the gateway's own payment page. */
export const checkoutSchema = z.object({ url: z.url() });

export const syncInput = z.object({ orderToken: secretTokenSchema });

export const syncSchema = z.object({ paymentStatus: z.enum(paymentStates) });

export type StartCheckoutInput = z.infer<typeof startCheckoutInput>;
export type SyncInput = z.infer<typeof syncInput>;

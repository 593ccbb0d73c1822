import { z } from 'zod';
import { idSchema } from '../../schemas.ts';

/** For whom one gift card is. */
export const giftInput = z.object({
  recipientName: z.string().trim().min(1).max(120),
  recipientEmail: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
  senderName: z.string().trim().min(1).max(120),
  message: z.string().trim().max(500).nullable().default(null),
  /** The day on which it is sent, at eight o'clock UTC; at once when left out. */
  deliverOn: z.iso.date().nullable().default(null),
});

export const giftSchema = z.object({
  id: idSchema,
  recipientName: z.string(),
  recipientEmail: z.string(),
  senderName: z.string(),
  message: z.string().nullable(),
  deliverOn: z.string().nullable(),
});

export type GiftInput = z.infer<typeof giftInput>;
export type Gift = z.infer<typeof giftSchema>;

import { isPhoneNumber } from '@turing/domain';
import { z } from 'zod';
import { idSchema } from '../../schemas.ts';

export const profileSchema = z.object({
  id: idSchema,
  email: z.string(),
  emailVerified: z.boolean(),
  name: z.string(),
  phone: z.string().nullable(),
  marketingConsent: z.boolean(),
  createdAt: z.date(),
});

export const updateProfileInput = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .refine((name) => !/\p{Cc}/u.test(name), 'Use plain text on one line.'),
  phone: z
    .string()
    .trim()
    .max(30)
    .nullable()
    .transform((phone) => (phone === '' ? null : phone))
    .refine((phone) => phone === null || isPhoneNumber(phone), 'Enter a phone number.'),
});

export type Profile = z.infer<typeof profileSchema>;
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;

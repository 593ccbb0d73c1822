import { z } from 'zod';
import { idSchema } from '../../schemas.ts';

/** Where a customer was asked. */
const consentSources = ['account', 'checkout', 'registration'] as const;

export const consentRecordSchema = z.object({
  id: idSchema,
  granted: z.boolean(),
  /** The words it was given to; empty where none were kept. */
  wording: z.string(),
  source: z.string(),
  createdAt: z.date(),
});

export const consentSchema = z.object({
  granted: z.boolean(),
  /** The newest first, at most 50. */
  records: z.array(consentRecordSchema),
});

export const setConsentInput = z.object({ granted: z.boolean(), source: z.enum(consentSources) });

export type Consent = z.infer<typeof consentSchema>;
export type ConsentRecord = z.infer<typeof consentRecordSchema>;
export type SetConsentInput = z.infer<typeof setConsentInput>;

import { taxCategories } from '@turing/domain';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';

const countrySchema = z.string().regex(/^[A-Z]{2}$/u);
const regionSchema = z.string().trim().toUpperCase().max(10);

export const registrationSchema = z.object({
  country: z.string(),
  region: z.string(),
  active: z.boolean(),
  /** The shop's number there, for its documents. */
  number: z.string(),
  version: z.number().int(),
});

export const setRegistrationInput = z.object({
  country: countrySchema,
  region: regionSchema.default(''),
  active: z.boolean(),
  number: z.string().trim().max(40),
  /** Zero where there is none yet. */
  version: z.number().int().min(0),
  idempotencyKey: idempotencyKeySchema,
});

const day = z.iso.date();

const rateTerms = {
  country: countrySchema,
  /** '' is the whole country. */
  region: regionSchema,
  category: z.enum(taxCategories),
  name: z.string().trim().min(1).max(40),
  jurisdiction: z.string().trim().min(1).max(80),
  /** Parts per million. */
  ratePpm: z.number().int().min(0).max(1_000_000),
  inclusive: z.boolean(),
  shippingTaxed: z.boolean(),
  /** On top of the country's rate instead of in its place. */
  adds: z.boolean(),
  /** The region of the registration it is collected under; '' the country's. */
  registration: regionSchema,
  validFrom: day,
  /** The first day it does not hold any more. */
  validUntil: day.nullable(),
  source: z.string().trim().min(1).max(200),
};

const rateInput = z
  .object(rateTerms)
  .refine(({ validFrom, validUntil }) => validUntil === null || validUntil > validFrom, {
    path: ['validUntil'],
    message: 'After its first day.',
  });

export const taxRateSchema = z.object({
  ...rateTerms,
  category: z.string(),
  name: z.string(),
  jurisdiction: z.string(),
  /** Empty of rates from before sources were asked for. */
  source: z.string(),
  id: idSchema,
  version: z.number().int(),
});

export const createRateInput = rateInput.safeExtend({ idempotencyKey: idempotencyKeySchema });
export const updateRateInput = rateInput.safeExtend({
  id: idSchema,
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
});
export const deleteRateInput = z.object({
  id: idSchema,
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
});

export const adoptInput = z.object({ idempotencyKey: idempotencyKeySchema });
export const adoptedSchema = z.object({ added: z.number().int(), ended: z.number().int() });

export const taxSettingsSchema = z.object({
  /** Who computes tax: the table here, or a service set up for the whole shop. */
  provider: z.string(),
  whenAway: z.enum(['table', 'refuse']).nullable(),
  registrations: z.array(registrationSchema),
  rates: z.array(taxRateSchema),
  /** Rates of the maintained table that are not in the shop's. */
  newer: z.number().int(),
});

export type TaxRegistration = z.infer<typeof registrationSchema>;
export type SetRegistrationInput = z.infer<typeof setRegistrationInput>;
export type TaxRate = z.infer<typeof taxRateSchema>;
export type RateTerms = z.infer<typeof rateInput>;
export type CreateRateInput = z.infer<typeof createRateInput>;
export type UpdateRateInput = z.infer<typeof updateRateInput>;
export type DeleteRateInput = z.infer<typeof deleteRateInput>;
export type AdoptInput = z.infer<typeof adoptInput>;
export type Adopted = z.infer<typeof adoptedSchema>;
export type TaxSettings = z.infer<typeof taxSettingsSchema>;

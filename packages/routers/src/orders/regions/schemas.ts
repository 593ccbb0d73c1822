import { z } from 'zod';
import { currencySchema, idempotencyKeySchema, idSchema } from '../../schemas.ts';

const countrySchema = z.string().regex(/^[A-Z]{2}$/u);

const codeSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(20)
  .regex(/^[a-z\d]+(?:-[a-z\d]+)*$/u, 'Letters, digits and single hyphens.');

const terms = {
  code: codeSchema,
  name: z.string().trim().min(1).max(60),
  currency: currencySchema,
  /** Prices shown contain the tax of the country they are sent to. */
  taxInclusive: z.boolean(),
  /** How dates and amounts are written, as a BCP 47 tag. */
  locale: z
    .string()
    .max(20)
    .regex(/^[a-z]{2}(?:-[A-Z]{2})?$/u),
  countries: z.array(countrySchema).min(1).max(250),
  /** For visitors of whom nothing else is known. */
  isDefault: z.boolean(),
  active: z.boolean(),
  position: z.number().int().min(0).max(10_000),
};

const edit = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

export const publicRegionSchema = z.object({
  code: z.string(),
  name: z.string(),
  currency: currencySchema,
  taxInclusive: z.boolean(),
  locale: z.string(),
  countries: z.array(z.string()),
  isDefault: z.boolean(),
});

export const regionSchema = z.object({
  ...terms,
  code: z.string(),
  locale: z.string(),
  countries: z.array(z.string()),
  id: idSchema,
  version: z.number().int(),
});

export const createRegionInput = z.object({ ...terms, idempotencyKey: idempotencyKeySchema });
export const updateRegionInput = z.object({ ...terms, ...edit });
export const deleteRegionInput = z.object(edit);

export type PublicRegion = z.infer<typeof publicRegionSchema>;
export type Region = z.infer<typeof regionSchema>;
export type CreateRegionInput = z.infer<typeof createRegionInput>;
export type UpdateRegionInput = z.infer<typeof updateRegionInput>;
export type DeleteRegionInput = z.infer<typeof deleteRegionInput>;
export type RegionTerms = Omit<CreateRegionInput, 'idempotencyKey'>;

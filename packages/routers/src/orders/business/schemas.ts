import { documentKinds, invoiceRules } from '@turing/domain';
import { z } from 'zod';
import { addressSchema, idempotencyKeySchema } from '../../schemas.ts';

const line = z.string().trim().max(120);
const words = z.string().trim().max(1000);

const terms = {
  name: line.min(1),
  address: addressSchema,
  /** VAT number, EIN or whatever the country has. */
  taxId: line,
  /** Number in a register of companies. */
  registration: line,
  email: z.union([z.literal(''), z.email().max(254)]),
  phone: z.string().trim().max(40),
  website: z.union([z.literal(''), z.url({ protocol: /^https?$/u }).max(200)]),
  /** A stored picture. */
  logoKey: z
    .string()
    .max(250)
    .regex(/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/u)
    .nullable(),
  paymentTerms: words,
  invoiceNote: words,
  packingNote: words,
  invoiceRule: z.enum(invoiceRules),
  /** Whether people who left a cart and agreed to letters are reminded of it, once. */
  cartLetters: z.boolean(),
  cartIdleMinutes: z.number().int().min(30).max(10_080),
};

export const businessSchema = z.object({ ...terms, version: z.number().int() });

export const updateBusinessInput = z.object({
  ...terms,
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
});

const numberKinds = ['order', ...documentKinds] as const;

export const numberSeriesSchema = z.array(
  z.object({
    kind: z.enum(numberKinds),
    prefix: z.string(),
    /** The number the next one gets. */
    nextNumber: z.number().int(),
  }),
);

export const setNumbersInput = z.object({
  kind: z.enum(numberKinds),
  prefix: z
    .string()
    .trim()
    .toUpperCase()
    .max(12)
    .regex(/^[A-Z0-9-]*$/u, 'Letters, digits and hyphens.'),
  nextNumber: z.number().int().min(1).max(2_000_000_000),
  /** What was looked at: another one by now is a conflict. */
  seenNextNumber: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
});

export type Business = z.infer<typeof businessSchema>;
export type UpdateBusinessInput = z.infer<typeof updateBusinessInput>;
export type NumberSeries = z.infer<typeof numberSeriesSchema>;
export type SetNumbersInput = z.infer<typeof setNumbersInput>;

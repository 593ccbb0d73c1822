import { documentKinds } from '@turing/domain';
import { z } from 'zod';
import {
  currencySchema,
  idempotencyKeySchema,
  idSchema,
  minorSchema,
  secretTokenSchema,
} from '../../schemas.ts';

const taxSchema = z.object({
  name: z.string(),
  ratePpm: z.number().int(),
  taxableMinor: minorSchema,
  taxMinor: minorSchema,
});

const lineSchema = z.object({
  sku: z.string(),
  name: z.string(),
  variant: z.string(),
  quantity: z.number().int(),
  unitPriceMinor: minorSchema,
  /** Before discounts, as the totals count. */
  amountMinor: minorSchema,
  taxRatePpm: z.number().int(),
});

/** Everything that a document says. It is stored as it was issued and drawn from nothing else. */
export const snapshotSchema = z.object({
  kind: z.enum(documentKinds),
  number: z.number().int(),
  label: z.string(),
  issuedAt: z.iso.datetime(),
  paper: z.enum(['A4', 'LETTER']),
  order: z.object({ number: z.number().int(), placedAt: z.iso.datetime() }),
  seller: z.object({
    name: z.string(),
    address: z.array(z.string()),
    taxId: z.string(),
    registration: z.string(),
    email: z.string(),
    phone: z.string(),
    website: z.string(),
    logoKey: z.string().nullable(),
  }),
  buyer: z.object({
    name: z.string(),
    email: z.string(),
    address: z.array(z.string()),
    country: z.string(),
  }),
  currency: currencySchema,
  taxInclusive: z.boolean(),
  lines: z.array(lineSchema),
  /** Of packing slips: what of the order is in no parcel up to this one. */
  later: z.array(lineSchema),
  discounts: z.array(z.object({ label: z.string(), amountMinor: minorSchema })),
  shipping: z.object({ name: z.string(), amountMinor: minorSchema }),
  taxes: z.array(taxSchema),
  totals: z.object({
    subtotalMinor: minorSchema,
    taxMinor: minorSchema,
    totalMinor: minorSchema,
    /** Paid with gift cards and store credit. */
    creditMinor: minorSchema,
    paidMinor: minorSchema,
    dueMinor: minorSchema,
  }),
  /** Of credit notes: the invoice that is corrected. */
  corrects: z.object({ label: z.string(), issuedAt: z.iso.datetime() }).nullable(),
  parcel: z.object({ carrier: z.string(), trackingNumber: z.string().nullable() }).nullable(),
  terms: z.string(),
  note: z.string(),
});

export const documentSchema = z.object({
  id: idSchema,
  kind: z.enum(documentKinds),
  label: z.string(),
  issuedAt: z.date(),
  totalMinor: minorSchema,
  currency: currencySchema,
});

export const documentsSchema = z.array(documentSchema);

export const documentsInput = z.object({ orderId: idSchema });

export const documentsByTokenInput = z.object({ token: secretTokenSchema });

export const issueDocumentsInput = z.object({ orderId: idSchema, idempotencyKey: idempotencyKeySchema });

export type Snapshot = z.infer<typeof snapshotSchema>;
export type SnapshotLine = z.infer<typeof lineSchema>;
export type DocumentView = z.infer<typeof documentSchema>;
export type IssueDocumentsInput = z.infer<typeof issueDocumentsInput>;

import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';

const exportStates = ['waiting', 'running', 'done', 'cancelled'] as const;

const exportSchema = z.object({
  id: idSchema,
  status: z.enum(exportStates),
  requestedAt: z.date(),
  /** Until when the file can be downloaded; null before it is ready and after it is gone. */
  expiresAt: z.date().nullable(),
  bytes: z.number().int().nullable(),
});

const erasureSchema = z.object({
  id: idSchema,
  status: z.enum(['waiting', 'running']),
  requestedAt: z.date(),
  dueAt: z.date(),
  /** `open_orders`: it was due and waits for these. */
  hindrance: z.enum(['open_orders']).nullable(),
});

export const privacySchema = z.object({
  email: z.string(),
  /** What is asked for needs a sign-in that is younger than this one. */
  mustSignInAgain: z.boolean(),
  /** Days between asking for the deletion and the deletion. */
  graceDays: z.number().int(),
  /** How many rows there are of each part of an export. */
  held: z.array(z.object({ section: z.string(), count: z.number().int() })),
  /** Numbers of orders that have to end before a deletion. */
  openOrders: z.array(z.number().int()),
  /** The last one that was asked for. */
  export: exportSchema.nullable(),
  /** Null: the account is not about to be deleted. */
  erasure: erasureSchema.nullable(),
});

export const staffPrivacySchema = z.object({
  graceDays: z.number().int(),
  openOrders: z.array(z.number().int()),
  export: exportSchema.nullable(),
  erasure: erasureSchema.nullable(),
});

export const requestInput = z.object({ idempotencyKey: idempotencyKeySchema });
export const requestReceiptSchema = z.object({ id: idSchema });

const staffWrite = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

export const staffRequestInput = z.object(staffWrite);
export const staffErasureInput = z.object({
  ...staffWrite,
  /** Without the days in which the customer could change their mind. */
  atOnce: z.boolean().default(false),
});

export type Privacy = z.infer<typeof privacySchema>;
export type StaffPrivacy = z.infer<typeof staffPrivacySchema>;
export type RequestInput = z.infer<typeof requestInput>;
export type RequestReceipt = z.infer<typeof requestReceiptSchema>;
export type StaffRequestInput = z.infer<typeof staffRequestInput>;
export type StaffErasureInput = z.infer<typeof staffErasureInput>;

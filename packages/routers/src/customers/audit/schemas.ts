import { z } from 'zod';
import { cursorSchema, idSchema } from '../../schemas.ts';

const text = z.string().trim().min(1);

/** What of the audit is asked for; everything together must hold. */
export const auditFilterSchema = z.object({
  staffId: idSchema.optional(),
  tokenId: idSchema.optional(),
  action: text.max(100).optional(),
  entityType: text.max(100).optional(),
  entityId: text.max(200).optional(),
  requestId: text.max(100).optional(),
  from: z.coerce.date().optional(),
  /** Not included. */
  to: z.coerce.date().optional(),
  /** Words, or their beginnings, of what was written. */
  text: text.max(200).optional(),
});

export const listAuditInput = auditFilterSchema.extend({
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

const factsSchema = z.record(z.string(), z.unknown()).nullable();

export const auditEntrySchema = z.object({
  id: idSchema,
  createdAt: z.date(),
  /** Null when the person is no longer known. */
  staff: z.object({ id: idSchema, name: z.string(), email: z.string() }).nullable(),
  /** The API token that acted for them; null for themselves. */
  token: z.object({ id: idSchema, name: z.string(), prefix: z.string() }).nullable(),
  action: z.string(),
  entityType: z.string(),
  entityId: z.string(),
  before: factsSchema,
  after: factsSchema,
  address: z.string(),
  requestId: z.string(),
});

export const auditPageSchema = z.object({
  items: z.array(auditEntrySchema),
  nextCursor: z.string().nullable(),
});

/** What there is to choose from. */
export const auditChoicesSchema = z.object({
  people: z.array(z.object({ id: idSchema, name: z.string() })),
  actions: z.array(z.string()),
  entityTypes: z.array(z.string()),
});

export type AuditFilter = z.infer<typeof auditFilterSchema>;
export type ListAuditInput = z.infer<typeof listAuditInput>;
export type AuditEntryView = z.infer<typeof auditEntrySchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
export type AuditChoices = z.infer<typeof auditChoicesSchema>;

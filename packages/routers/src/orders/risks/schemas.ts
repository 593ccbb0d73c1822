import { riskRules } from '@turing/domain';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';

export const riskSchema = z.object({
  id: idSchema,
  rule: z.enum(riskRules),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Whether it keeps the order from being shipped, until released. */
  holds: z.boolean(),
  note: z.string().nullable(),
  flaggedBy: z.string().nullable(),
  createdAt: z.date(),
  releasedAt: z.date().nullable(),
  releasedBy: z.string().nullable(),
  releaseReason: z.string().nullable(),
});

export const flagRiskInput = z.object({
  /** Of the order. */
  id: idSchema,
  note: z.string().trim().min(1).max(500),
  holds: z.boolean(),
  idempotencyKey: idempotencyKeySchema,
});

export const releaseRisksInput = z.object({
  id: idSchema,
  /** Those that were looked at: one that came meanwhile holds on. */
  riskIds: z.array(idSchema).min(1).max(50),
  reason: z.string().trim().min(1).max(500),
  idempotencyKey: idempotencyKeySchema,
});

export type OrderRisk = z.infer<typeof riskSchema>;
export type FlagRiskInput = z.infer<typeof flagRiskInput>;
export type ReleaseRisksInput = z.infer<typeof releaseRisksInput>;

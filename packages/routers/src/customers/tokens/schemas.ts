import { isForTokens, permissions } from '@turing/domain';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';

const permissionsSchema = z.array(z.enum(permissions));

export const tokenSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** The readable start; the rest is known to whoever made it. */
  prefix: z.string(),
  permissions: permissionsSchema,
  makerId: idSchema,
  makerName: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  /** To the minute. */
  lastUsedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  version: z.number().int(),
});

const mostTokenDays = 365;

export const createTokenInput = z.object({
  name: z.string().trim().min(1).max(80),
  permissions: permissionsSchema
    .min(1)
    .refine((list) => list.every(isForTokens), 'A token makes neither people nor tokens.')
    .transform((list) => permissions.filter((each) => list.includes(each))),
  days: z.number().int().min(1).max(mostTokenDays),
  idempotencyKey: idempotencyKeySchema,
});

export const createdTokenSchema = z.object({
  token: tokenSchema,
  /** Shown now and never again; null when a repeated call asks again. */
  secret: z.string().nullable(),
});

export const revokeTokenInput = z.object({
  id: idSchema,
  version: z.number().int(),
  idempotencyKey: idempotencyKeySchema,
});

export type CreateTokenInput = z.infer<typeof createTokenInput>;
export type CreatedToken = z.infer<typeof createdTokenSchema>;
export type RevokeTokenInput = z.infer<typeof revokeTokenInput>;

import { roles } from '@turing/domain';
import { z } from 'zod';
import { cursorSchema, idempotencyKeySchema, idSchema } from '../../schemas.ts';
import { securityEventNames } from '../identity/security-events.ts';

/** A role that every shop has, or the id of one of the shop's own. */
const roleSchema = z.enum(Object.keys(roles)).or(idSchema);
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u;
const nameSchema = z.string().trim().min(1).max(120).regex(oneLine);
const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));
const passwordSchema = z.string().min(1).max(1000);

const edit = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

export const memberSchema = z.object({
  id: idSchema,
  email: z.string(),
  name: z.string(),
  role: z.string(),
  roleName: z.string(),
  active: z.boolean(),
  hasSecondFactor: z.boolean(),
  version: z.number().int(),
  createdAt: z.date(),
  lastSeenAt: z.date().nullable(),
});

export const invitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  role: z.string(),
  roleName: z.string(),
  inviterName: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  isOver: z.boolean(),
  version: z.number().int(),
});

export const offerSchema = z.object({
  email: z.string(),
  roleName: z.string(),
  inviterName: z.string(),
  expiresAt: z.date(),
});

export const keyedInput = z.object({ idempotencyKey: idempotencyKeySchema });
export const manageStaffInput = z.object(edit);
export const changeRoleInput = z.object({ ...edit, role: roleSchema });
export const inviteInput = z.object({
  email: emailSchema,
  role: roleSchema,
  idempotencyKey: idempotencyKeySchema,
});
export const manageInvitationInput = z.object(edit);
export const invitationTokenSchema = z.string().regex(/^[\w-]{43}$/u);
export const acceptInvitationInput = z.object({
  token: invitationTokenSchema,
  name: nameSchema,
  password: passwordSchema,
});
export const setUpInput = z.object({
  secret: z.string().max(200),
  email: emailSchema,
  name: nameSchema,
  password: passwordSchema,
});

export const sessionSchema = z.object({
  id: idSchema,
  address: z.string(),
  userAgent: z.string(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
  expiresAt: z.date(),
  isCurrent: z.boolean(),
});
export const endSessionInput = z.object({ sessionId: idSchema, idempotencyKey: idempotencyKeySchema });

const paging = { cursor: cursorSchema.optional(), limit: z.number().int().min(1).max(100).default(25) };
export const ownHistoryInput = z.object(paging);
export const historyInput = z.object({ id: idSchema, ...paging });
export const historySchema = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      event: z.enum(securityEventNames),
      address: z.string(),
      userAgent: z.string(),
      createdAt: z.date(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export type KeyedInput = z.infer<typeof keyedInput>;
export type ManageStaffInput = z.infer<typeof manageStaffInput>;
export type ChangeRoleInput = z.infer<typeof changeRoleInput>;
export type InviteInput = z.infer<typeof inviteInput>;
export type ManageInvitationInput = z.infer<typeof manageInvitationInput>;
export type AcceptInvitationInput = z.infer<typeof acceptInvitationInput>;
export type SetUpInput = z.infer<typeof setUpInput>;
export type EndSessionInput = z.infer<typeof endSessionInput>;

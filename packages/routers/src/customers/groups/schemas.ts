import { z } from 'zod';
import { cursorSchema, idempotencyKeySchema, idSchema } from '../../schemas.ts';

export const groupSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  memberCount: z.number().int(),
  priceListCount: z.number().int(),
  version: z.number().int(),
  createdAt: z.date(),
});

/** For machines: imports and links. */
const codeSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(40)
  .regex(/^[a-z\d]+(?:-[a-z\d]+)*$/u, 'Letters, digits and single hyphens.');

const terms = { code: codeSchema, name: z.string().trim().min(1).max(80) };
const edit = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

export const createGroupInput = z.object({ ...terms, idempotencyKey: idempotencyKeySchema });
export const updateGroupInput = z.object({ ...terms, ...edit });
export const deleteGroupInput = z.object(edit);

export const listMembersInput = z.object({
  id: idSchema,
  /** Part of a name or e-mail address. */
  query: z.string().trim().max(100).optional(),
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

const personSchema = z.object({ id: idSchema, name: z.string(), email: z.string() });

export const memberPageSchema = z.object({
  items: z.array(personSchema.extend({ createdAt: z.date() })),
  nextCursor: z.string().nullable(),
});

export const findCandidatesInput = z.object({ id: idSchema, query: z.string().trim().min(2).max(100) });
export const candidatesSchema = z.array(personSchema);

export const addMembersInput = z.object({
  ...edit,
  emails: z.array(z.string().trim().toLowerCase().min(3).max(254)).min(1).max(500),
});
export const removeMembersInput = z.object({ ...edit, customerIds: z.array(idSchema).min(1).max(500) });

export const addedMembersSchema = z.object({
  version: z.number().int(),
  added: z.number().int(),
  /** Addresses that no customer has. */
  unknown: z.array(z.string()),
});
export const removedMembersSchema = z.object({ version: z.number().int(), removed: z.number().int() });

export type CustomerGroup = z.infer<typeof groupSchema>;
export type CreateGroupInput = z.infer<typeof createGroupInput>;
export type UpdateGroupInput = z.infer<typeof updateGroupInput>;
export type DeleteGroupInput = z.infer<typeof deleteGroupInput>;
export type ListMembersInput = z.infer<typeof listMembersInput>;
export type MemberPage = z.infer<typeof memberPageSchema>;
export type FindCandidatesInput = z.infer<typeof findCandidatesInput>;
export type Candidates = z.infer<typeof candidatesSchema>;
export type AddMembersInput = z.infer<typeof addMembersInput>;
export type RemoveMembersInput = z.infer<typeof removeMembersInput>;
export type AddedMembers = z.infer<typeof addedMembersSchema>;
export type RemovedMembers = z.infer<typeof removedMembersSchema>;

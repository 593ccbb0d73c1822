import { permissions } from '@turing/domain';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';

const permissionsSchema = z.array(z.enum(permissions));

export const roleSchema = z.object({
  /** One that every shop has, by name, or the id of one of the shop's own. */
  role: z.string(),
  name: z.string(),
  description: z.string(),
  /** Of those that every shop has nothing can be changed. */
  isBuiltIn: z.boolean(),
  permissions: permissionsSchema,
  /** Whoever has it needs a second factor, where the shop asks for one. */
  movesMoney: z.boolean(),
  memberCount: z.number().int(),
  /** 0 for those that every shop has. */
  version: z.number().int(),
});

const terms = {
  name: z.string().trim().min(1).max(60),
  description: z.string().trim().max(200).default(''),
  permissions: permissionsSchema
    .min(1)
    .transform((list) => permissions.filter((each) => list.includes(each))),
};
const edit = { id: idSchema, version: z.number().int(), idempotencyKey: idempotencyKeySchema };

export const createRoleInput = z.object({ ...terms, idempotencyKey: idempotencyKeySchema });
export const updateRoleInput = z.object({ ...terms, ...edit });
export const deleteRoleInput = z.object(edit);

export type RoleView = z.infer<typeof roleSchema>;
export type CreateRoleInput = z.infer<typeof createRoleInput>;
export type UpdateRoleInput = z.infer<typeof updateRoleInput>;
export type DeleteRoleInput = z.infer<typeof deleteRoleInput>;

import { z } from 'zod';
import { router, staffProcedure } from '../../trpc.ts';
import { viewRoles } from './list-roles.ts';
import { createRoleInput, deleteRoleInput, roleSchema, updateRoleInput } from './schemas.ts';
import { changeCustomRole, createRole, removeRole } from './write-roles.ts';

const manage = staffProcedure('staff:manage');

export const rolesRouter = router({
  list: manage.output(z.array(roleSchema)).query(({ ctx }) => viewRoles(ctx.db.reader)),
  create: manage
    .input(createRoleInput)
    .output(roleSchema)
    .mutation(({ ctx, input }) => createRole(ctx, input)),
  update: manage
    .input(updateRoleInput)
    .output(roleSchema)
    .mutation(({ ctx, input }) => changeCustomRole(ctx, input)),
  delete: manage
    .input(deleteRoleInput)
    .output(z.null())
    .mutation(({ ctx, input }) => removeRole(ctx, input)),
});

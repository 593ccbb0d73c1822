import { permissions, roleAllows } from '@turing/domain';
import { publicProcedure, router } from '../trpc.ts';
import { groupsRouter } from './groups/router.ts';
import { customerViewSchema, staffViewSchema } from './schemas.ts';

export const customersRouter = router({
  /** The signed-in customer, or null. */
  me: publicProcedure.output(customerViewSchema.nullable()).query(({ ctx }) => ctx.findCustomer()),

  staff: router({
    groups: groupsRouter,
    /** The signed-in member of staff and what they may do, or null. */
    me: publicProcedure.output(staffViewSchema.nullable()).query(async ({ ctx }) => {
      const staff = await ctx.findStaff();
      if (staff === null) return null;
      return {
        ...staff,
        permissions: permissions.filter((permission) => roleAllows(staff.role, permission)),
      };
    }),
  }),
});

import { customerProcedure, router } from '../../trpc.ts';
import { changeProfile } from './change-profile.ts';
import { getProfile } from './profile-store.ts';
import { profileSchema, updateProfileInput } from './schemas.ts';

export const profileRouter = router({
  get: customerProcedure.output(profileSchema).query(({ ctx }) => getProfile(ctx.db.reader, ctx.customer.id)),
  update: customerProcedure
    .input(updateProfileInput)
    .output(profileSchema)
    .mutation(({ ctx, input }) => changeProfile(ctx, input)),
});

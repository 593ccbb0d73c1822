import { router, staffProcedure } from '../../trpc.ts';
import { getRelated } from './get-related.ts';
import { getRelatedInput, relatedSetSchema, setRelatedInput, staffRelatedSchema } from './schemas.ts';
import { setRelated } from './set-related.ts';

export const staffRelatedRouter = router({
  get: staffProcedure('products:read')
    .input(getRelatedInput)
    .output(staffRelatedSchema)
    .query(({ ctx, input }) => getRelated(ctx.db, input.productId)),

  set: staffProcedure('products:write')
    .input(setRelatedInput)
    .output(relatedSetSchema)
    .mutation(({ ctx, input }) => setRelated(ctx, input)),
});

import { z } from 'zod';
import { router, staffProcedure } from '../../trpc.ts';
import { setTagsInput, suggestTagsInput } from './schemas.ts';
import { setTags } from './set-tags.ts';
import { suggestTags } from './tag-store.ts';

export const tagsRouter = router({
  /** Tags in use, while somebody types. */
  suggest: staffProcedure('orders:read')
    .input(suggestTagsInput)
    .output(z.array(z.string()))
    .query(({ ctx, input }) => suggestTags(ctx.db.reader, input.query)),
  set: staffProcedure('orders:write')
    .input(setTagsInput)
    .output(z.array(z.string()))
    .mutation(({ ctx, input }) => setTags(ctx, input)),
});

import { z } from 'zod';
import { idSchema } from '../../../schemas.ts';
import { router, staffProcedure } from '../../../trpc.ts';
import { createSynonym } from './create-synonym.ts';
import { deleteSynonym } from './delete-synonym.ts';
import {
  createSynonymInput,
  deleteSynonymInput,
  listSynonymsInput,
  synonymPageSchema,
  synonymSchema,
  updateSynonymInput,
} from './schemas.ts';
import { listSynonyms } from './synonym-store.ts';
import { updateSynonym } from './update-synonym.ts';

export const synonymsRouter = router({
  /** Last changed first. */
  list: staffProcedure('products:read')
    .input(listSynonymsInput)
    .output(synonymPageSchema)
    .query(({ ctx, input }) => listSynonyms(ctx.db, input)),
  create: staffProcedure('products:write')
    .input(createSynonymInput)
    .output(synonymSchema)
    .mutation(({ ctx, input }) => createSynonym(ctx, input)),
  update: staffProcedure('products:write')
    .input(updateSynonymInput)
    .output(synonymSchema)
    .mutation(({ ctx, input }) => updateSynonym(ctx, input)),
  delete: staffProcedure('products:write')
    .input(deleteSynonymInput)
    .output(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => deleteSynonym(ctx, input)),
});

import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { publicProcedure, router, staffProcedure } from '../../trpc.ts';
import { listPublicRegions, listRegions } from './region-store.ts';
import {
  createRegionInput,
  deleteRegionInput,
  publicRegionSchema,
  regionSchema,
  updateRegionInput,
} from './schemas.ts';
import { createRegion, deleteRegion, updateRegion } from './write-region.ts';

const write = staffProcedure('settings:write');

/** Where the shop sells, for visitors to choose. */
export const regionsProcedure = publicProcedure
  .output(z.array(publicRegionSchema))
  .query(({ ctx }) => listPublicRegions(ctx.db.reader));

export const regionsRouter = router({
  list: staffProcedure('orders:read')
    .output(z.array(regionSchema))
    .query(({ ctx }) => listRegions(ctx.db.reader)),
  create: write
    .input(createRegionInput)
    .output(idSchema)
    .mutation(({ ctx, input }) => createRegion(ctx, input)),
  update: write
    .input(updateRegionInput)
    .output(z.null())
    .mutation(({ ctx, input }) => updateRegion(ctx, input)),
  delete: write
    .input(deleteRegionInput)
    .output(z.null())
    .mutation(({ ctx, input }) => deleteRegion(ctx, input)),
});

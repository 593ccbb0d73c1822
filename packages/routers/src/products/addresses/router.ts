import { publicProcedure, router } from '../../trpc.ts';
import { listAddresses, listAddressParts } from './address-store.ts';
import { addressPartInput, addressPartSchema, addressPartsInput, addressPartsSchema } from './schemas.ts';

/** Of every product on sale, for sitemaps. */
export const addressesRouter = router({
  parts: publicProcedure
    .meta({ access: 'public', cache: 'lists' })
    .input(addressPartsInput)
    .output(addressPartsSchema)
    .query(({ ctx, input }) => listAddressParts(ctx.db, input)),
  list: publicProcedure
    .input(addressPartInput)
    .output(addressPartSchema)
    .query(({ ctx, input }) => listAddresses(ctx.db, input)),
});

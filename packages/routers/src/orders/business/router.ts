import { router, staffProcedure } from '../../trpc.ts';
import { getBusiness, listNumberSeries } from './business-store.ts';
import { businessSchema, numberSeriesSchema, setNumbersInput, updateBusinessInput } from './schemas.ts';
import { setNumbers } from './set-numbers.ts';
import { updateBusiness } from './update-business.ts';

const write = staffProcedure('settings:write');

export const businessRouter = router({
  get: write.output(businessSchema).query(({ ctx }) => getBusiness(ctx.db.reader)),
  update: write
    .input(updateBusinessInput)
    .output(businessSchema)
    .mutation(({ ctx, input }) => updateBusiness(ctx, input)),
  numbers: write.output(numberSeriesSchema).query(({ ctx }) => listNumberSeries(ctx.db.reader)),
  setNumbers: write
    .input(setNumbersInput)
    .output(numberSeriesSchema)
    .mutation(({ ctx, input }) => setNumbers(ctx, input)),
});

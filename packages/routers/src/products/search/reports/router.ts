import { router, staffProcedure } from '../../../trpc.ts';
import { reportClickThrough, reportPopular, reportZeroResults } from './report-store.ts';
import { clickReportSchema, queryReportSchema, reportInput } from './schemas.ts';

export const searchReportsRouter = router({
  popular: staffProcedure('products:read')
    .input(reportInput)
    .output(queryReportSchema)
    .query(({ ctx, input }) => reportPopular(ctx.db, input)),
  zeroResults: staffProcedure('products:read')
    .input(reportInput)
    .output(queryReportSchema)
    .query(({ ctx, input }) => reportZeroResults(ctx.db, input)),
  clickThrough: staffProcedure('products:read')
    .input(reportInput)
    .output(clickReportSchema)
    .query(({ ctx, input }) => reportClickThrough(ctx.db, input)),
});

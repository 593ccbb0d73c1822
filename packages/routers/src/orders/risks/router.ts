import { z } from 'zod';
import { router, staffProcedure } from '../../trpc.ts';
import { flagRisk, releaseRisks } from './judge-risk.ts';
import { flagRiskInput, releaseRisksInput, riskSchema } from './schemas.ts';

const write = staffProcedure('orders:write');

export const risksRouter = router({
  flag: write
    .input(flagRiskInput)
    .output(z.array(riskSchema))
    .mutation(({ ctx, input }) => flagRisk(ctx, input)),
  release: write
    .input(releaseRisksInput)
    .output(z.array(riskSchema))
    .mutation(({ ctx, input }) => releaseRisks(ctx, input)),
});

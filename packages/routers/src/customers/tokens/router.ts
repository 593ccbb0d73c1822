import { z } from 'zod';
import { router, staffProcedure } from '../../trpc.ts';
import { createdTokenSchema, createTokenInput, revokeTokenInput, tokenSchema } from './schemas.ts';
import { listTokens } from './token-store.ts';
import { createToken, revokeToken } from './write-tokens.ts';

const manage = staffProcedure('tokens:manage');
const mostListed = 500;

export const tokensRouter = router({
  list: manage.output(z.array(tokenSchema)).query(({ ctx }) => listTokens(ctx.db.reader, mostListed)),
  create: manage
    .input(createTokenInput)
    .output(createdTokenSchema)
    .mutation(({ ctx, input }) => createToken(ctx, input)),
  revoke: manage
    .input(revokeTokenInput)
    .output(z.null())
    .mutation(({ ctx, input }) => revokeToken(ctx, input)),
});

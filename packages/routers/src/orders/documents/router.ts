import { publicProcedure, router, staffProcedure } from '../../trpc.ts';
import { listDocuments, listDocumentsOfToken } from './document-store.ts';
import { issueForStaff } from './issue-for-staff.ts';
import { documentsByTokenInput, documentsInput, documentsSchema, issueDocumentsInput } from './schemas.ts';

export const documentsRouter = router({
  /** Bills of an order, for whoever holds its secret link. */
  byToken: publicProcedure
    .input(documentsByTokenInput)
    .output(documentsSchema)
    .query(({ ctx, input }) => listDocumentsOfToken(ctx.db.reader, input.token)),
  list: staffProcedure('orders:read')
    .input(documentsInput)
    .output(documentsSchema)
    .query(({ ctx, input }) => listDocuments(ctx.db.reader, input.orderId)),
  issue: staffProcedure('orders:ship')
    .input(issueDocumentsInput)
    .output(documentsSchema)
    .mutation(({ ctx, input }) => issueForStaff(ctx, input)),
});

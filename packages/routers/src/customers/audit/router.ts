import { router, staffProcedure } from '../../trpc.ts';
import { listAudit, listChoices } from './audit-read-store.ts';
import { auditChoicesSchema, auditPageSchema, listAuditInput } from './schemas.ts';

const read = staffProcedure('audit:read');

export const auditRouter = router({
  list: read
    .input(listAuditInput)
    .output(auditPageSchema)
    .query(({ ctx, input }) => listAudit(ctx.db.reader, input)),
  choices: read.output(auditChoicesSchema).query(({ ctx }) => listChoices(ctx.db)),
});

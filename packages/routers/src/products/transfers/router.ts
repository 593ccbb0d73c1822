import { router, staffProcedure } from '../../trpc.ts';
import { readAttributeCodes } from './attribute-codes-store.ts';
import { cancelImport } from './cancel-import.ts';
import { describeColumns } from './columns.ts';
import { createImportUpload } from './create-import-upload.ts';
import { getImport, getProblems } from './get-import.ts';
import { listImports } from './import-run-store.ts';
import {
  cancelImportInput,
  columnsInput,
  columnsSchema,
  createImportUploadInput,
  importIdInput,
  importPageSchema,
  importSchema,
  importUploadSchema,
  listImportsInput,
  listProblemsInput,
  problemPageSchema,
  startImportInput,
} from './schemas.ts';
import { startImport } from './start-import.ts';

/** Beyond the permission named here, whoever imports needs that of the kind: products, prices or stock. */
export const staffTransfersRouter = router({
  list: staffProcedure('products:read')
    .input(listImportsInput)
    .output(importPageSchema)
    .query(({ ctx, input }) => listImports(ctx.db.reader, input)),

  /** What the columns of a file hold, those of the shop's attributes among them. */
  columns: staffProcedure('products:read')
    .input(columnsInput)
    .output(columnsSchema)
    .query(async ({ ctx, input }) => describeColumns(input.kind, await readAttributeCodes(ctx.db.reader))),

  get: staffProcedure('products:read')
    .input(importIdInput)
    .output(importSchema)
    .query(({ ctx, input }) => getImport(ctx.db, input.id)),

  problems: staffProcedure('products:read')
    .input(listProblemsInput)
    .output(problemPageSchema)
    .query(({ ctx, input }) => getProblems(ctx.db, input)),

  createUpload: staffProcedure('products:read')
    .input(createImportUploadInput)
    .output(importUploadSchema)
    .mutation(({ ctx, input }) => createImportUpload(ctx, input)),

  start: staffProcedure('products:read')
    .input(startImportInput)
    .output(importSchema)
    .mutation(({ ctx, input }) => startImport(ctx, input)),

  cancel: staffProcedure('products:read')
    .input(cancelImportInput)
    .output(importSchema)
    .mutation(({ ctx, input }) => cancelImport(ctx, input)),
});

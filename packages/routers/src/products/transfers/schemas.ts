import { z } from 'zod';
import { cursorSchema, idempotencyKeySchema, idSchema } from '../../schemas.ts';
import { maxFileBytes, transferKinds } from './kinds.ts';

export const transferKindSchema = z.enum(transferKinds);

export const createImportUploadInput = z.object({
  kind: transferKindSchema,
  fileName: z.string().trim().min(1).max(200),
  bytes: z.number().int().min(1).max(maxFileBytes),
  idempotencyKey: idempotencyKeySchema,
});

export const importUploadSchema = z.object({
  uploadId: idSchema,
  method: z.literal('PUT'),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.date(),
});

export const startImportInput = z.object({
  kind: transferKindSchema,
  /** A file that was just put, or that of an earlier run. */
  source: z.union([z.strictObject({ uploadId: idSchema }), z.strictObject({ importId: idSchema })]),
  /** Finds everything wrong and says what would change; writes nothing. */
  dryRun: z.boolean(),
  idempotencyKey: idempotencyKeySchema,
});

export const importIdInput = z.object({ id: idSchema });

export const cancelImportInput = importIdInput.extend({ idempotencyKey: idempotencyKeySchema });

export const listImportsInput = z.object({
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(100).default(20),
});

export const listProblemsInput = z.object({
  id: idSchema,
  cursor: cursorSchema.optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const importSchema = z.object({
  id: idSchema,
  kind: transferKindSchema,
  status: z.enum(['queued', 'running', 'finished', 'failed', 'cancelled']),
  dryRun: z.boolean(),
  fileName: z.string(),
  /** Whether its file is still there for another run. */
  hasFile: z.boolean(),
  /** Rows read. What follows counts products for products, and rows for prices and stock. */
  rowCount: z.number().int(),
  createdCount: z.number().int(),
  updatedCount: z.number().int(),
  unchangedCount: z.number().int(),
  failedCount: z.number().int(),
  problemCount: z.number().int(),
  bytesTotal: z.number().int(),
  bytesDone: z.number().int(),
  /** What was wrong with the file as a whole. */
  failure: z.string().nullable(),
  staffName: z.string().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});

export const importPageSchema = z.object({
  items: z.array(importSchema),
  nextCursor: z.string().nullable(),
});

export const problemPageSchema = z.object({
  items: z.array(
    z.object({
      line: z.number().int(),
      column: z.string().nullable(),
      code: z.string(),
      message: z.string(),
      value: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** Which products an export holds; what is left out does not narrow. */
export const exportFilterSchema = z.object({
  kind: transferKindSchema,
  status: z.enum(['draft', 'active', 'archived']).optional(),
  /** Slug; the categories below it are in. */
  category: z.string().min(1).max(200).optional(),
  /** Slug. */
  collection: z.string().min(1).max(200).optional(),
});

export const columnsInput = z.object({ kind: transferKindSchema });

export const columnsSchema = z.array(
  z.object({ name: z.string(), help: z.string(), example: z.string(), required: z.boolean() }),
);

export type CreateImportUploadInput = z.infer<typeof createImportUploadInput>;
export type ImportUpload = z.infer<typeof importUploadSchema>;
export type StartImportInput = z.infer<typeof startImportInput>;
export type CancelImportInput = z.infer<typeof cancelImportInput>;
export type ListImportsInput = z.infer<typeof listImportsInput>;
export type ListProblemsInput = z.infer<typeof listProblemsInput>;
export type ImportView = z.infer<typeof importSchema>;
export type ImportPage = z.infer<typeof importPageSchema>;
export type ProblemPage = z.infer<typeof problemPageSchema>;
export type ExportFilter = z.infer<typeof exportFilterSchema>;

import { randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { StaffContext } from '../../customers/index.ts';
import { openUpload } from '../media/open-upload.ts';
import { assertMayImport } from './assert-may-import.ts';
import type { CreateImportUploadInput, ImportUpload } from './schemas.ts';

const openForMs = 30 * 60_000;

/**
 * Opens an address at which the browser puts a file to import, for half an hour. One that no import uses is swept away.
 * @throws FORBIDDEN, UPLOAD_NOT_FOUND for a retry after the address expired, IDEMPOTENCY_KEY_REUSED, STORAGE_UNAVAILABLE
 */
export async function createImportUpload(
  ctx: StaffContext & Pick<Context, 'storage'>,
  input: CreateImportUploadInput,
): Promise<ImportUpload> {
  assertMayImport(ctx.staff, input.kind);
  const { fileName, bytes } = input;
  const storageKey = `imports/${randomBytes(16).toString('hex')}.csv`;
  return openUpload(ctx, {
    operation: 'products.import.upload',
    input,
    file: { storageKey, fileName, contentType: 'text/csv', bytes },
    openForMs,
  });
}

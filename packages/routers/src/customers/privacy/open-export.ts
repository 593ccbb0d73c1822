import type { Readable } from 'node:stream';
import { ShopError } from '@turing/domain';
import type { Context } from '../../context.ts';
import { findExportFile } from './request-store.ts';

/**
 * The customer's own file, as a stream.
 * @throws EXPORT_NOT_FOUND also for a file of somebody else, STORAGE_UNAVAILABLE
 */
export async function openExport(
  { db, now, storage }: Pick<Context, 'db' | 'now' | 'storage'>,
  asked: { readonly id: string; readonly customerId: string },
): Promise<Readable> {
  const key = await findExportFile(db.reader, { ...asked, now: now() });
  const file = key === null ? null : await storage.find(key);
  if (file === null) throw new ShopError('EXPORT_NOT_FOUND');
  return file;
}

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Reader } from '@turing/db';
import type { Services } from '../../context.ts';
import type { FileStore } from '../../platform/index.ts';
import { findCustomerEmail } from './account-store.ts';
import { type Owner, parts, readPart } from './export-store.ts';
import { queuePrivacyLetter } from './letter-store.ts';
import { lockRequest, updateRequest } from './request-store.ts';

export interface PrivacyJobContext extends Pick<Services, 'db' | 'now'> {
  readonly storage: FileStore;
}

/** How long a file can be downloaded. */
const weekMs = 7 * 86_400_000;

/**
 * Writes the file of a request and tells the customer by letter where it is. After a crash the next run writes it again;
 * who was erased meanwhile gets none.
 * @throws STORAGE_UNAVAILABLE
 */
export async function writeExport(
  ctx: PrivacyJobContext,
  requestId: string,
): Promise<'written' | 'not wanted'> {
  const begun = await begin(ctx, requestId);
  if (begun === null) return 'not wanted';
  const file = Readable.from(jsonOf(ctx.db.reader, begun.owner, ctx.now()));
  await ctx.storage.put(begun.storageKey, file, { contentType: 'application/json' });
  const bytes = (await ctx.storage.stat(begun.storageKey))?.bytes ?? 0;
  if (await finish(ctx, requestId, bytes)) return 'written';
  await ctx.storage.delete(begun.storageKey);
  return 'not wanted';
}

/** Where the file will be is known before it is there, so that an erasure finds it. */
async function begin({ db, now }: PrivacyJobContext, requestId: string) {
  return db.transaction(async (tx) => {
    const request = await lockRequest(tx, requestId);
    if (request?.kind !== 'export' || (request.status !== 'waiting' && request.status !== 'running'))
      return null;
    const customer = await findCustomerEmail(tx, request.customerId);
    if (customer === null) {
      await updateRequest(tx, requestId, { status: 'cancelled', finished_at: now() });
      return null;
    }
    const storageKey = request.storageKey ?? `exports/${randomUUID()}.json`;
    await updateRequest(tx, requestId, { status: 'running', started_at: now(), storage_key: storageKey });
    const owner: Owner = {
      id: request.customerId,
      verifiedEmail: customer.emailVerified ? customer.email : null,
    };
    return { storageKey, owner };
  });
}

async function finish({ db, now }: PrivacyJobContext, requestId: string, bytes: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    const request = await lockRequest(tx, requestId);
    if (request?.status !== 'running') return false;
    const customer = await findCustomerEmail(tx, request.customerId);
    if (customer === null) return false;
    const expiresAt = new Date(now().getTime() + weekMs);
    await updateRequest(tx, requestId, { status: 'done', finished_at: now(), expires_at: expiresAt, bytes });
    await queuePrivacyLetter(tx, {
      template: 'export-ready',
      to: customer.email,
      path: `/account/privacy?file=${requestId}`,
      day: expiresAt.toISOString(),
    });
    return true;
  });
}

/** One JSON object: when, and each part with what it is and its rows, written as they are read. */
async function* jsonOf(reader: Reader, owner: Owner, now: Date): AsyncGenerator<string> {
  yield `{\n"writtenAt": ${JSON.stringify(now)}`;
  for (const part of parts) {
    yield `,\n${JSON.stringify(part.section)}: {\n  "what": ${JSON.stringify(part.what)},\n  "rows": [`;
    let separator = '\n    ';
    for await (const row of readPart(reader, part, owner)) {
      yield `${separator}${JSON.stringify(row)}`;
      separator = ',\n    ';
    }
    yield '\n  ]\n}';
  }
  yield '\n}\n';
}

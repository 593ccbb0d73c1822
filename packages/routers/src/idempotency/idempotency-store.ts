import { createHash } from 'node:crypto';
import { defineStatement, type Reader, runOn, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';

export interface IdempotentWrite {
  /** Whose key it is: `cart:<token>`, `staff:<id>`. */
  readonly scope: string;
  readonly key: string;
  readonly operation: string;
  readonly input: unknown;
}

/** What a receipt is stored as. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The columns of `idempotency_record` that say which write it is. */
export interface RecordParams {
  readonly scope: string;
  readonly key: string;
  readonly operation: string;
  readonly requestHash: string;
}

export function recordParams({ scope, key, operation, input }: IdempotentWrite): RecordParams {
  const requestHash = createHash('sha256')
    .update(JSON.stringify([operation, input]))
    .digest('hex');
  return { scope, key, operation, requestHash };
}

const claim = defineStatement<RecordParams, { readonly key: string }>('idempotency_claim', (db, param) => ({
  compile: () =>
    sql<{ readonly key: string }>`
    insert into idempotency_record (scope, key, operation, request_hash, response)
    values (${param('scope')}, ${param('key')}, ${param('operation')}, ${param('requestHash')}, 'null')
    on conflict do nothing returning key`.compile(db),
}));

/**
 * Does `work` once per key, in the transaction that stores its receipt. A second caller with the same key waits for the
 * first and is given the same receipt.
 * @throws IDEMPOTENCY_KEY_REUSED when the key came before with another body.
 */
export async function once<Receipt extends Json>(
  tx: Transaction,
  write: IdempotentWrite,
  work: () => Promise<Receipt>,
): Promise<Receipt> {
  const [claimed] = await runOn(tx, claim, recordParams(write));
  if (claimed === undefined) return (await getReceipt(tx, write)) as Receipt;
  const receipt = await work();
  await storeReceipt(tx, write, receipt);
  return receipt;
}

interface StoredRow {
  readonly requestHash: string;
  readonly response: Json;
}

const find = defineStatement<RecordParams, StoredRow>('idempotency_find', (db, param) => ({
  compile: () =>
    sql<StoredRow>`
    select request_hash as "requestHash", response from idempotency_record
    where scope = ${param('scope')} and key = ${param('key')}`.compile(db),
}));

/** The receipt of a write that was done, undefined before. @throws IDEMPOTENCY_KEY_REUSED as `once` */
export async function findReceipt(reader: Reader, write: IdempotentWrite): Promise<Json | undefined> {
  const params = recordParams(write);
  const [stored] = await runOn(reader, find, params);
  if (stored !== undefined && stored.requestHash !== params.requestHash)
    throw new ShopError('IDEMPOTENCY_KEY_REUSED', { key: write.key });
  return stored?.response;
}

/** The receipt of a write whose key is taken. @throws IDEMPOTENCY_KEY_REUSED as `once` */
export async function getReceipt(reader: Reader, write: IdempotentWrite): Promise<Json> {
  const receipt = await findReceipt(reader, write);
  if (receipt === undefined) throw new Error(`the receipt of ${write.operation} is gone`);
  return receipt;
}

const store = defineStatement<{ scope: string; key: string; response: string }, never>(
  'idempotency_store',
  (db, param) => ({
    compile: () =>
      sql<never>`
      update idempotency_record set response = ${param('response')}::jsonb
      where scope = ${param('scope')} and key = ${param('key')}`.compile(db),
  }),
);

/** Keeps what a repeat of a claimed write is answered; a claim alone answers null. */
export async function storeReceipt(tx: Transaction, write: IdempotentWrite, receipt: Json): Promise<void> {
  if (receipt === null) return;
  await runOn(tx, store, { scope: write.scope, key: write.key, response: JSON.stringify(receipt) });
}

import { createHash } from 'node:crypto';
import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';

export interface IdempotentWrite {
  /** Whose key it is: `cart:<token>`, `staff:<id>`. */
  readonly scope: string;
  readonly key: string;
  readonly operation: string;
  readonly input: unknown;
}

/** What a receipt is stored as. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

function hashOf(operation: string, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([operation, input]))
    .digest('hex');
}

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
  const { scope, key, operation } = write;
  const requestHash = hashOf(operation, write.input);
  const claimed = await tx
    .insertInto('idempotency_record')
    .values({ scope, key, operation, request_hash: requestHash, response: 'null' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed === undefined) return replay<Receipt>(tx, write, requestHash);
  const receipt = await work();
  await tx
    .updateTable('idempotency_record')
    .set({ response: JSON.stringify(receipt) })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute();
  return receipt;
}

async function replay<Receipt extends Json>(
  tx: Transaction,
  write: IdempotentWrite,
  requestHash: string,
): Promise<Receipt> {
  const stored = await tx
    .selectFrom('idempotency_record')
    .select(['request_hash', 'response'])
    .where('scope', '=', write.scope)
    .where('key', '=', write.key)
    .executeTakeFirstOrThrow();
  if (stored.request_hash !== requestHash) throw new ShopError('IDEMPOTENCY_KEY_REUSED', { key: write.key });
  return stored.response as Receipt;
}

import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { Context } from '../context.ts';
import { type Json, once } from '../idempotency/idempotency-store.ts';
import { appendAudit, type AuditEntry } from './audit-store.ts';
import type { StaffActor } from './identity/actors.ts';

/** What a use case of staff needs of a request. */
export type StaffContext = Pick<Context, 'db' | 'now' | 'requestId' | 'address'> & {
  readonly staff: Pick<StaffActor, 'id' | 'permissions' | 'tokenId'>;
};

/** `operation` names the write in the audit and in the receipts of keys: `products.update`. */
export interface StaffWrite {
  readonly operation: string;
  readonly input: { readonly idempotencyKey: string };
}

type Audited = Pick<AuditEntry, 'entityType' | 'entityId' | 'before' | 'after'>;

/** What changed, for the audit, and what a retry is answered with: ids, never a whole view. */
export interface StaffChange<Receipt extends Json> {
  /** One row; of a change to many things one for each, so that the history of each shows it. */
  readonly audit: Audited | readonly Audited[];
  readonly receipt: Receipt;
}

/**
 * One change by staff: once per key, with one audit row for each thing it is about in the same transaction. `change` may
 * run more than once, each time in a new transaction, and must not reach outside it. Lock order: the key, then what `change` locks.
 * @throws IDEMPOTENCY_KEY_REUSED, and what `change` throws
 */
export async function writeAsStaff<Receipt extends Json>(
  ctx: StaffContext,
  { operation, input }: StaffWrite,
  change: (tx: Transaction) => Promise<StaffChange<Receipt>>,
): Promise<Receipt> {
  const { id: staffId, tokenId } = ctx.staff;
  const scope = tokenId === null ? `staff:${staffId}` : `token:${tokenId}`;
  const identity = { scope, key: input.idempotencyKey, operation, input };
  return ctx.db.transaction((tx) =>
    once(tx, identity, async () => {
      const { audit, receipt } = await change(tx);
      const { requestId, address } = ctx;
      const who = { staffId, tokenId, action: operation, requestId, address };
      await appendAudit(
        tx,
        [audit].flat().map((each) => ({ ...who, ...each })),
      );
      return receipt;
    }),
  );
}

/**
 * Refuses an edit of something that changed since it was read.
 * @throws VERSION_CONFLICT with `yours` and `current`
 */
export function assertVersion(yours: number, current: number): void {
  if (yours !== current) throw new ShopError('VERSION_CONFLICT', { yours, current });
}

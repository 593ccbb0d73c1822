import type { Transaction } from '@turing/db';

export interface AuditEntry {
  readonly staffId: string;
  /** The API token with which it was done, null for a person at the console. */
  readonly tokenId: string | null;
  /** The permission used and what it did: `orders.ship`. */
  readonly action: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly requestId: string;
  /** The network address the request came from; empty for work of the shop itself. */
  readonly address: string;
}

/** Writes who did what, in the transaction of the change. */
export async function appendAudit(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto('audit_entry')
    .values(
      entries.map((entry) => ({
        staff_id: entry.staffId,
        token_id: entry.tokenId,
        action: entry.action,
        entity_type: entry.entityType,
        entity_id: entry.entityId,
        before: entry.before && JSON.stringify(entry.before),
        after: entry.after && JSON.stringify(entry.after),
        request_id: entry.requestId,
        address: entry.address,
      })),
    )
    .execute();
}

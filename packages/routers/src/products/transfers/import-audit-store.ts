import type { Transaction } from '@turing/db';
import { sql } from 'kysely';
import type { ImportRun } from './importer.ts';

interface AuditChange {
  readonly entityId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** One row for each thing a batch changed, in its transaction. */
export async function appendAudits(
  tx: Transaction,
  { run, entityType }: { readonly run: ImportRun; readonly entityType: string },
  changes: readonly AuditChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({
    staff_id: run.staffId,
    action: 'products.import',
    entity_type: entityType,
    entity_id: change.entityId,
    before: change.before,
    after: change.after,
    request_id: `import:${run.id}`,
  }));
  await sql`
    insert into audit_entry (staff_id, action, entity_type, entity_id, before, after, request_id)
    select staff_id, action, entity_type, entity_id, nullif(before, 'null'), nullif(after, 'null'), request_id
    from jsonb_populate_recordset(null::audit_entry, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

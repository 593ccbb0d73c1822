import type { Context } from '../../context.ts';
import { appendAudit } from '../audit-store.ts';
import type { StaffActor } from '../identity/actors.ts';
import { streamAudit } from './audit-read-store.ts';
import type { AuditEntryView, AuditFilter } from './schemas.ts';

type ExportContext = Pick<Context, 'db' | 'requestId' | 'address'> & { readonly staff: StaffActor };

export const auditColumns = [
  'time',
  'person',
  'email',
  'token',
  'action',
  'entity_type',
  'entity_id',
  'before',
  'after',
  'address',
  'request_id',
] as const;

type AuditCells = Record<(typeof auditColumns)[number], string>;

/** The entries of a filter as cells, read as they are drained. That they were taken out is itself an entry. */
export async function exportAudit(
  ctx: ExportContext,
  filter: AuditFilter,
): Promise<AsyncGenerator<AuditCells>> {
  const { requestId, address, staff } = ctx;
  const what = { entityType: 'audit', entityId: 'export', before: null, after: { ...filter } };
  await ctx.db.transaction((tx) =>
    appendAudit(tx, [
      { staffId: staff.id, tokenId: staff.tokenId, action: 'audit.export', requestId, address, ...what },
    ]),
  );
  return cellsOf(streamAudit(ctx.db.reader, filter));
}

async function* cellsOf(entries: AsyncIterable<AuditEntryView>): AsyncGenerator<AuditCells> {
  for await (const entry of entries) {
    yield {
      time: entry.createdAt.toISOString(),
      person: entry.staff?.name ?? '',
      email: entry.staff?.email ?? '',
      token: entry.token === null ? '' : `${entry.token.name} (${entry.token.prefix}…)`,
      action: entry.action,
      entity_type: entry.entityType,
      entity_id: entry.entityId,
      before: entry.before === null ? '' : JSON.stringify(entry.before),
      after: entry.after === null ? '' : JSON.stringify(entry.after),
      address: entry.address,
      request_id: entry.requestId,
    };
  }
}

import type { RouterInputs } from '@turing/client';

/** What of the audit can be asked for in the address bar. */
export const filterNames = [
  'text',
  'staffId',
  'action',
  'entityType',
  'entityId',
  'requestId',
  'from',
  'to',
] as const;

export type FilterName = (typeof filterNames)[number];
type AuditFilter = Omit<RouterInputs['customers']['staff']['audit']['list'], 'cursor' | 'limit'>;

/** Reads the filter; days are whole days of the reader. */
export function filterOf(params: URLSearchParams): AuditFilter {
  const given = (name: FilterName) => params.get(name)?.trim() || undefined;
  const from = dayOf(given('from'), 0);
  const to = dayOf(given('to'), 1);
  return {
    text: given('text'),
    staffId: given('staffId'),
    action: given('action'),
    entityType: given('entityType'),
    entityId: given('entityId'),
    requestId: given('requestId'),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

function dayOf(text: string | undefined, daysLater: number): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text ?? '');
  if (parts === null) return null;
  const [year = 0, month = 1, day = 1] = parts.slice(1).map(Number);
  return new Date(year, month - 1, day + daysLater).toISOString();
}

/** Where the file with these entries is. */
export function exportHref(filter: AuditFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (typeof value === 'string') query.set(name, value);
  }
  return query.size === 0 ? '/api/audit/export' : `/api/audit/export?${query.toString()}`;
}

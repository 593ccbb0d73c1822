import type { Reader } from '@turing/db';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type { AbandonedPage, ListAbandonedInput, RecoverySummary } from './schemas.ts';

const idleMinutes = 30;

const stateOf = sql`
  case when o.id is not null then 'recovered' when r.restored_at is not null then 'restored'
    when r.sent_at is not null then 'written' else 'open' end`;

/**
 * Carts that were left and whose we know, the latest first: those nobody ordered, and those that were ordered after a
 * letter. A cart that was ordered by itself was not left.
 * @throws CURSOR_INVALID
 */
export async function listAbandoned(
  reader: Reader,
  { state, cursor, limit, now }: ListAbandonedInput & { readonly now: Date },
): Promise<AbandonedPage> {
  const after = cursor === undefined ? null : decodeTimeCursor(cursor);
  const before = new Date(now.getTime() - idleMinutes * 60_000);
  const { rows } = await sql<AbandonedPage['items'][number]>`
    select c.id, p.name, coalesce(p.email, r.email) as email, c.customer_id as "customerId",
      case when p.id is null then r.consent else p.marketing_consent end as consent, held.units, held.value as "valueMinor",
      c.currency, c.updated_at as "leftAt", r.sent_at as "sentAt", r.restored_at as "restoredAt",
      case when o.id is null then null else json_build_object('id', o.id, 'number', o.number) end as order, ${stateOf} as state
    from cart c left join customer p on p.id = c.customer_id left join cart_recovery r on r.cart_id = c.id
    left join "order" o on o.cart_id = c.id
    cross join lateral (select coalesce(sum(l.quantity), 0)::int as units,
      coalesce(sum(l.quantity * l.seen_price_minor), 0)::int8 as value from cart_line l where l.cart_id = c.id) held
    where c.merged_into_id is null and c.updated_at < ${before} and coalesce(p.email, r.email) is not null
      and held.units > 0 and (o.id is null or r.sent_at < o.placed_at)
      and (${state ?? null}::text is null or ${stateOf} = ${state ?? null}::text)
      and (${after?.id ?? null}::uuid is null or (c.updated_at, c.id) < (${after?.time ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by c.updated_at desc, c.id desc limit ${limit + 1}`.execute(reader);
  return pageOf(rows, limit, (row) => ({ time: row.leftAt, id: row.id }));
}

/** What the letters of thirty days did. */
export async function summariseRecovery(reader: Reader, now: Date): Promise<RecoverySummary> {
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const { rows } = await sql<RecoverySummary>`
    select count(*)::int as written, count(r.restored_at)::int as restored,
      count(*) filter (where exists (select from "order" o where o.cart_id = r.cart_id and o.placed_at > r.sent_at
        and o.confirmed_at is not null))::int as recovered
    from cart_recovery r where r.sent_at > ${since}`.execute(reader);
  return rows[0] ?? { written: 0, restored: 0, recovered: 0 };
}

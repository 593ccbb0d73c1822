import type { Reader, Transaction } from '@turing/db';
import { type Currency, type Risk, type RiskFacts, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { OrderRisk } from './schemas.ts';

/** What looks wrong with an order, the latest first. */
export async function listRisks(reader: Reader, orderId: string): Promise<OrderRisk[]> {
  const { rows } = await sql<OrderRisk>`
    select r.id, r.rule, r.facts, r.holds, r.note, flagger.name as "flaggedBy", r.created_at as "createdAt",
      r.released_at as "releasedAt", releaser.name as "releasedBy", r.release_reason as "releaseReason"
    from order_risk r left join staff flagger on flagger.id = r.flagged_by left join staff releaser on releaser.id = r.released_by
    where r.order_id = ${orderId} order by r.created_at desc, r.id desc`.execute(reader);
  return rows;
}

/** @throws ORDER_ON_HOLD with the `rules` that hold */
export async function assertNotHeld(tx: Transaction, orderId: string): Promise<void> {
  const rows = await tx
    .selectFrom('order_risk')
    .select('rule')
    .where('order_id', '=', orderId)
    .where('holds', '=', true)
    .where('released_at', 'is', null)
    .execute();
  if (rows.length > 0) throw new ShopError('ORDER_ON_HOLD', { rules: rows.map(({ rule }) => rule) });
}

/** What the rules look at, of an order and others of its address. */
export async function loadRiskFacts(tx: Transaction, orderId: string): Promise<RiskFacts> {
  const { rows } = await sql<RiskFacts & { currency: Currency }>`
    select o.currency, o.total_minor as "totalMinor", o.country, o.request_country as "requestCountry",
      (select count(*)::int from "order" e where e.email = o.email and e.placed_at < o.placed_at and e.confirmed_at is not null
        and e.status <> 'cancelled') as "earlierOrders",
      (select count(*)::int from "order" e where e.email = o.email
        and e.placed_at between o.placed_at - interval '1 hour' and o.placed_at) as "ordersWithinHour",
      (select count(*)::int from order_timeline t where t.order_id = o.id and t.kind = 'payment_declined') as "declinedPayments"
    from "order" o where o.id = ${orderId}`.execute(tx);
  const [facts] = rows;
  if (facts === undefined) throw new ShopError('ORDER_NOT_FOUND');
  return facts;
}

/** Writes what the rules found; a rule speaks once per order. The ones written now. */
export async function insertRisks(tx: Transaction, orderId: string, risks: readonly Risk[]): Promise<Risk[]> {
  if (risks.length === 0) return [];
  const rows = await tx
    .insertInto('order_risk')
    .values(
      risks.map(({ rule, holds, facts }) => ({
        order_id: orderId,
        rule,
        holds,
        facts: JSON.stringify(facts),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('rule')
    .execute();
  return risks.filter((risk) => rows.some(({ rule }) => rule === risk.rule));
}

export async function insertFlag(
  tx: Transaction,
  flag: {
    readonly orderId: string;
    readonly note: string;
    readonly holds: boolean;
    readonly staffId: string;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('order_risk')
    .values({
      order_id: flag.orderId,
      rule: 'manual',
      holds: flag.holds,
      note: flag.note,
      flagged_by: flag.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Releases risks of an order that are not; how many. */
export async function releaseRisksOf(
  tx: Transaction,
  release: {
    readonly orderId: string;
    readonly riskIds: readonly string[];
    readonly staffId: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('order_risk')
    .set({ released_at: release.at, released_by: release.staffId, release_reason: release.reason })
    .where('order_id', '=', release.orderId)
    .where('id', 'in', release.riskIds)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

import type { Database } from '@turing/db';
import { sql } from 'kysely';
import type { OrderSummary } from './order-schemas.ts';

const currency = 'USD';
const dayMs = 86_400_000;

interface Totals {
  readonly toShip: number;
  readonly awaitingPayment: number;
  readonly inReview: number;
  readonly previousOrders: number;
  readonly previousRevenueMinor: number;
}

/** What needs doing, and thirty days (UTC) of orders confirmed in US dollars beside the thirty before. */
export async function summariseOrders(db: Database, now: Date): Promise<OrderSummary> {
  const today = new Date(Math.floor(now.getTime() / dayMs) * dayMs);
  const start = new Date(today.getTime() - 29 * dayMs);
  const previousStart = new Date(start.getTime() - 30 * dayMs);
  const [totals, days] = await Promise.all([
    countTotals(db, start, previousStart),
    listDays(db, start, today),
  ]);
  return { ...totals, currency, days };
}

async function countTotals(db: Database, start: Date, previousStart: Date): Promise<Totals> {
  const { rows } = await sql<Totals>`
    select
      (select count(*)::int from "order" where status = 'confirmed') as "toShip",
      (select count(*)::int from "order" where status = 'pending') as "awaitingPayment",
      (select count(*)::int from payment where status = 'review') as "inReview",
      count(*)::int as "previousOrders", coalesce(sum(total_minor), 0)::int8 as "previousRevenueMinor"
    from "order"
    where confirmed_at >= ${previousStart} and confirmed_at < ${start} and currency = ${currency} and status <> 'cancelled'`.execute(
    db.reader,
  );
  const [totals] = rows;
  if (totals === undefined) throw new Error('an aggregate always has a row');
  return totals;
}

async function listDays(db: Database, start: Date, today: Date): Promise<OrderSummary['days']> {
  const { rows } = await sql<OrderSummary['days'][number]>`
    select to_char(day, 'YYYY-MM-DD') as date, count(o.id)::int as orders, coalesce(sum(o.total_minor), 0)::int8 as "revenueMinor"
    from generate_series(${start}::timestamptz at time zone 'UTC', ${today}::timestamptz at time zone 'UTC', interval '1 day') as day
    left join "order" o on o.confirmed_at >= day at time zone 'UTC' and o.confirmed_at < (day + interval '1 day') at time zone 'UTC'
      and o.currency = ${currency} and o.status <> 'cancelled'
    group by day order by day`.execute(db.reader);
  return rows;
}

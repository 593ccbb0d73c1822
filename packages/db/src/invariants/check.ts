import type { ClientBase } from 'pg';
import { creditInvariants } from './credit.ts';
import { derivedInvariants } from './derived.ts';
import type { Invariant } from './invariant.ts';
import { messageInvariants } from './messages.ts';
import { moneyInvariants } from './money.ts';
import { orderInvariants } from './orders.ts';
import { stockInvariants } from './stock.ts';

/** How an invariant was found. */
export interface Finding {
  readonly number: number | null;
  readonly promise: string;
  /** How many rows break it. */
  readonly violations: number;
  /** Some of what is wrong. */
  readonly samples: readonly string[];
  readonly ms: number;
}

export interface CheckOptions {
  /** How many ids are shown of each, at most. */
  readonly samples: number;
  /** Milliseconds that one question may take. */
  readonly timeoutMs: number;
  /** As of when what should be over by now is; the time of the database unless told. */
  readonly now?: Date;
}

/** All invariants that the database can be asked about, by their numbers. */
export const invariants: readonly Invariant[] = [
  ...stockInvariants,
  ...moneyInvariants,
  ...creditInvariants,
  ...orderInvariants,
  ...messageInvariants,
  ...derivedInvariants,
].toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0);

/** Asks about one invariant in whatever transaction the connection is in. */
export async function findViolationsOf(
  client: ClientBase,
  { number, promise, violations }: Invariant,
  { samples, now }: Pick<CheckOptions, 'samples' | 'now'>,
): Promise<Finding> {
  const startedAt = performance.now();
  const { rows } = await client.query<{ count: number; samples: string[] }>(
    `with moment as (select coalesce($2::timestamptz, now()) as now)
     select count(*)::int as count, coalesce(array_agg(id) filter (where place <= $1), '{}') as samples
     from (select v.id, row_number() over () as place from (${violations}) v) numbered`,
    [samples, now ?? null],
  );
  const ms = Math.round(performance.now() - startedAt);
  return { number, promise, violations: rows[0]?.count ?? Number.NaN, samples: rows[0]?.samples ?? [], ms };
}

/**
 * Asks the database whether every invariant holds, all of one moment: a snapshot, read-only, that locks nothing and
 * writes nothing, on the primary or on a standby.
 */
export async function checkInvariants(
  client: ClientBase,
  { timeoutMs, ...asked }: CheckOptions,
): Promise<Finding[]> {
  await client.query('begin transaction isolation level repeatable read, read only');
  try {
    await client.query(`set local statement_timeout = ${Math.round(timeoutMs)}`);
    await client.query('set local lock_timeout = 1000');
    const findings: Finding[] = [];
    for (const invariant of invariants) findings.push(await findViolationsOf(client, invariant, asked));
    return findings;
  } finally {
    await client.query('rollback');
  }
}

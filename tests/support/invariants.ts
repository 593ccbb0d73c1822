import { checkInvariants } from '@turing/db/invariants';
import type pg from 'pg';

/** The invariants that do not hold, with how many rows break each; empty when all is well. */
export async function findViolations(pool: pg.Pool, now?: Date): Promise<Record<string, number>> {
  const client = await pool.connect();
  try {
    const findings = await checkInvariants(client, {
      samples: 0,
      timeoutMs: 60_000,
      ...(now && { now }),
    });
    return Object.fromEntries(
      findings
        .filter(({ violations }) => violations !== 0)
        .map(({ number, promise, violations }) => [`${number ?? '–'}: ${promise}`, violations]),
    );
  } finally {
    client.release();
  }
}

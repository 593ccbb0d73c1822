import { createHash } from 'node:crypto';
import { defineStatement, type Reader, runOn } from '@turing/db';
import { sql } from 'kysely';

interface KeptQuote {
  readonly hash: string;
  readonly kind: 'shipping' | 'tax';
  readonly provider: string;
  readonly answer: unknown;
  readonly expiresAt: Date;
}

/** Names a question: the same things asked in the same order have the same hash. */
export function hashQuestion(provider: string, question: object): string {
  return createHash('sha256')
    .update(JSON.stringify([provider, question]))
    .digest('base64url');
}

const keep = defineStatement<Omit<KeptQuote, 'answer'> & { readonly answer: string }, never>(
  'outside_quote_keep',
  (db, param) => ({
    compile: () =>
      sql<never>`
      insert into external_quote (hash, kind, provider, answer, expires_at)
      values (${param('hash')}, ${param('kind')}, ${param('provider')}, ${param('answer')}::jsonb, ${param('expiresAt')})
      on conflict (hash) do update set answer = excluded.answer, expires_at = excluded.expires_at, created_at = now()`.compile(
        db,
      ),
  }),
);

/** Keeps what somebody outside answered; a later answer to the same question takes its place. */
export async function keepQuote(connection: Reader, quote: KeptQuote): Promise<void> {
  await runOn(connection, keep, { ...quote, answer: JSON.stringify(quote.answer) });
}

const find = defineStatement<{ readonly hash: string; readonly at: Date }, { readonly answer: unknown }>(
  'outside_quote_find',
  (db, param) => ({
    compile: () =>
      sql<{ readonly answer: unknown }>`
      select answer from external_quote where hash = ${param('hash')} and expires_at > ${param('at')}::timestamptz`.compile(
        db,
      ),
  }),
);

/** An answer that still holds. */
export async function findQuote(
  connection: Reader,
  hash: string,
  at: Date,
): Promise<{ readonly answer: unknown } | null> {
  const [row] = await runOn(connection, find, { hash, at });
  return row ?? null;
}

import type { Database } from '@turing/db';

/** Makes the documents of products again. */
export async function refreshProducts({ pool }: Database, productIds: readonly string[]): Promise<void> {
  await pool.query('select search.refresh_products($1::uuid[])', [productIds]);
}

const batchSize = 500;

/**
 * Makes every document again, in batches of their own transactions: searches and writes go on. Gives the number so far to
 * `onBatch`.
 */
export async function rebuildSearch(
  { pool, ...db }: Database,
  onBatch: (done: number) => void = () => undefined,
): Promise<number> {
  let done = 0;
  for (let after: string | null = null; ;) {
    const { rows }: { rows: { id: string }[] } = await pool.query(
      'select id from product where $1::uuid is null or id > $1 order by id limit $2',
      [after, batchSize],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    await refreshProducts(
      { pool, ...db },
      rows.map(({ id }) => id),
    );
    after = last.id;
    done += rows.length;
    onBatch(done);
  }
  await tendSearch({ pool, ...db });
  return done;
}

/** Counts the vocabulary, ranks documents by what sold and pleased since, and lets go of asked queries that few ask now. */
export async function tendSearch(db: Database): Promise<void> {
  await db.pool.query('select search.count_words()');
  for (let after: string | null = null; ;) {
    const { rows }: { rows: { next: string | null }[] } = await db.pool.query(
      'select search.rank_documents($1, $2) as next',
      [after, batchSize],
    );
    after = rows[0]?.next ?? null;
    if (after === null) break;
  }
  await forgetOldQueries(db);
}

async function forgetOldQueries({ pool }: Database): Promise<void> {
  await pool.query('select search.count_recent_queries()');
}

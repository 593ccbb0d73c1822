import type { Insertable, Selectable } from 'kysely';
import type { DB } from '../../generated/kysely/types.ts';

/** What a `pg` pool, client and pooled client have in common. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export type Table = keyof DB;
export type NewRow<T extends Table> = Insertable<DB[T]>;

/**
 * Inserts rows in one statement, in the order given. The first row's keys are the columns: rows share one shape.
 * Columns that are not named take their defaults.
 */
export async function insertRows<T extends Table>(
  db: Queryable,
  table: T,
  rows: readonly NewRow<T>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  await db.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Inserts a row and gives it back as it is in the database, defaults included. */
export async function insertRow<T extends Table>(
  db: Queryable,
  table: T,
  row: NewRow<T>,
): Promise<Selectable<DB[T]>> {
  const columns = Object.keys(row)
    .map((column) => `"${column}"`)
    .join(', ');
  const { rows } = await db.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", $1::jsonb) RETURNING *`,
    [JSON.stringify(row)],
  );
  const [inserted] = rows as Selectable<DB[T]>[];
  if (inserted === undefined) throw new Error(`nothing was inserted into ${table}`);
  return inserted;
}

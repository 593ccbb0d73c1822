import type { Database, Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';

/** How many products are refreshed, and so locked, in one transaction. */
const portion = 2000;

/** A list whose start or end `product_price_range` has not seen yet. */
const isDue = sql<boolean>`(refreshed_at = 'epoch' or (active and group_id is null and (
  (starts_at > refreshed_at and starts_at <= clock_timestamp()) or (ends_at > refreshed_at and ends_at <= clock_timestamp()))))`;

export async function findDueLists(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('price_list').select('id').where(isDue).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

export interface DueList {
  readonly id: string;
  readonly version: number;
  readonly refreshedAt: Date;
  readonly at: Date;
}

/** Waits for whoever is writing the list, and reads the clock; null when it is not due any more. */
export async function lockDueList(tx: Transaction, id: string): Promise<DueList | null> {
  const list = await tx
    .selectFrom('price_list')
    .select([
      'id',
      'version',
      'refreshed_at as refreshedAt',
      sql<Date>`date_trunc('milliseconds', clock_timestamp())`.as('at'),
    ])
    .where('id', '=', id)
    .where(isDue)
    .forNoKeyUpdate()
    .$narrowType<{ refreshedAt: Date }>()
    .executeTakeFirst();
  return list ?? null;
}

/** Refreshes the next products of a list; gives the last of them, null when there are no more. */
export async function refreshPortion(
  tx: Transaction,
  listId: string,
  after: string | null,
): Promise<string | null> {
  const { rows } = await sql<{ ids: string[] }>`
    select array(
      select distinct v.product_id from price_list_price p join product_variant v on v.id = p.variant_id
      where p.price_list_id = ${listId}::uuid and (${after}::uuid is null or v.product_id > ${after}::uuid)
      order by 1 limit ${portion}
    )::text[] as ids`.execute(tx);
  const ids = rows[0]?.ids ?? [];
  if (ids.length > 0) await sql`select refresh_price_ranges(${ids}::uuid[])`.execute(tx);
  return ids.length === portion ? (ids.at(-1) ?? null) : null;
}

/** Unless the list was changed in between: then it stays due. */
export async function markRefreshed(db: Database, { id, version, refreshedAt, at }: DueList): Promise<void> {
  await db.transaction((tx) =>
    tx
      .updateTable('price_list')
      .set({ refreshed_at: at })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('refreshed_at', '=', refreshedAt)
      .execute(),
  );
}

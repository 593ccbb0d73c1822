import type { Database, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import {
  cutPage,
  isAfter,
  type Keyset,
  keysetParams,
  keysOf,
  orderOf,
  timeColumn,
} from '../../keyset-store.ts';
import type { ListSynonymsInput, Synonym, SynonymPage, SynonymRules } from './schemas.ts';

const columns = ['id', 'term', 'words', 'version', 'updated_at as updatedAt'] as const;

/** @throws SYNONYM_NOT_FOUND */
export async function getSynonym({ reader }: Database, id: string): Promise<Synonym> {
  const found = await reader
    .selectFrom('search_synonym')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw new ShopError('SYNONYM_NOT_FOUND', { id });
  return found;
}

/** @throws SYNONYM_NOT_FOUND */
export async function lockSynonym(tx: Transaction, id: string): Promise<Synonym> {
  const found = await tx
    .selectFrom('search_synonym')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw new ShopError('SYNONYM_NOT_FOUND', { id });
  return found;
}

export async function insertSynonym(tx: Transaction, { term, words }: SynonymRules): Promise<string> {
  const { id } = await tx
    .insertInto('search_synonym')
    .values({ term, words })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function writeSynonym(
  tx: Transaction,
  id: string,
  { term, words }: SynonymRules,
): Promise<void> {
  await tx
    .updateTable('search_synonym')
    .set((row) => ({ term, words, version: row('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .execute();
}

export async function deleteSynonymRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('search_synonym').where('id', '=', id).execute();
}

const lastChanged: Keyset = {
  columns: [timeColumn(sql`s.updated_at`, 'desc')],
  id: sql`s.id`,
  idDirection: 'desc',
};

/**
 * Synonyms, last changed first.
 * @throws CURSOR_INVALID
 */
export async function listSynonyms(
  { reader }: Database,
  { query, cursor, limit }: ListSynonymsInput,
): Promise<SynonymPage> {
  const position = keysetParams(cursor, 'changed', lastChanged);
  const part = (query ?? '').replaceAll('\0', ' ').toLowerCase();
  const { rows } = await sql<Synonym & { keys: number[] }>`
    select s.id, s.term, s.words, s.version, s.updated_at as "updatedAt", ${keysOf(lastChanged)} as keys
    from search_synonym s
    where strpos(lower(concat_ws(' ', s.term, array_to_string(s.words, ' '))), ${part}) > 0
      ${cursor === undefined ? sql`` : sql`and ${isAfter(lastChanged, (name) => position[name])}`}
    order by ${orderOf(lastChanged)} limit ${limit} + 1`.execute(reader);
  const { page, nextCursor } = cutPage(rows, limit, 'changed');
  return { items: page.map(({ keys: _keys, ...synonym }) => synonym), nextCursor };
}

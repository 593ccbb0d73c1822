import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { Place } from './place.ts';

/**
 * All categories as they stand, siblings in order. Whoever writes a category calls this first: one at a time may change
 * the tree, so that no two moves make a circle together. Products can still be put into categories meanwhile.
 */
export async function lockTree(tx: Transaction): Promise<Place[]> {
  await sql`lock table category in share row exclusive mode`.execute(tx);
  return tx
    .selectFrom('category')
    .select(['id', 'parent_id as parentId', 'slug', 'path', 'position', 'version', 'name'])
    .orderBy('position')
    .orderBy('slug')
    .execute();
}

/** @throws CATEGORY_NOT_FOUND */
export function getPlace(tree: readonly Place[], id: string): Place {
  const place = tree.find((category) => category.id === id);
  if (place === undefined) throw new ShopError('CATEGORY_NOT_FOUND', { id });
  return place;
}

/** Gives a whole subtree its new path, in one statement. */
export async function rewritePaths(tx: Transaction, from: string, to: string): Promise<void> {
  await sql`update category set path = ${to}::text || substr(path, length(${from}::text) + 1), updated_at = now()
    where path = ${from}::text or starts_with(path, ${from}::text || '/')`.execute(tx);
}

/** Numbers siblings in the order of `ids`. */
export async function writePositions(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`update category set position = place.position - 1
    from unnest(${ids}::uuid[]) with ordinality as place (id, position)
    where category.id = place.id and category.position <> place.position - 1`.execute(tx);
}

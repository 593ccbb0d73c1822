import type { Transaction } from '@turing/db';
import { type CollectionRules, ShopError } from '@turing/domain';
import { sql } from 'kysely';
import { refuseTaken } from '../taken-store.ts';
import type { CreateCollectionInput, UpdateCollectionInput } from './schemas.ts';

const textColumns = [
  'name',
  'slug',
  'description',
  'sort',
  'seo_title as seoTitle',
  'seo_description as seoDescription',
  'image_key as imageKey',
] as const;

/** @throws COLLECTION_NOT_FOUND */
export async function lockCollection(tx: Transaction, id: string) {
  const row = await tx
    .selectFrom('collection')
    .select([...textColumns, 'id', 'version', 'kind', 'rules', 'published'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('COLLECTION_NOT_FOUND', { id });
  return { ...row, rules: row.rules as CollectionRules | null };
}

export type LockedCollection = Awaited<ReturnType<typeof lockCollection>>;

/** All of them in the order of the shop; locked in the order of their ids. */
export async function lockCollections(tx: Transaction): Promise<{ id: string; version: number }[]> {
  const rows = await tx
    .selectFrom('collection')
    .select(['id', 'version', 'position'])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.toSorted((one, other) => one.position - other.position);
}

/** Numbers those that stand elsewhere than before. */
export async function writeCollectionOrder(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`
    update collection set position = place.position - 1
    from unnest(${ids}::uuid[]) with ordinality as place (id, position)
    where collection.id = place.id and collection.position <> place.position - 1`.execute(tx);
}

type NewCollection = Omit<CreateCollectionInput, 'idempotencyKey' | 'slug' | 'sort'> & {
  readonly slug: string;
  readonly sort: string;
};

/** The last of the collections, hidden. @throws SLUG_TAKEN */
export async function insertCollection(tx: Transaction, collection: NewCollection): Promise<string> {
  const write = tx
    .insertInto('collection')
    .values({
      slug: collection.slug,
      name: collection.name,
      description: collection.description,
      kind: collection.kind,
      rules: collection.rules && JSON.stringify(collection.rules),
      sort: collection.sort,
      seo_title: collection.seoTitle,
      seo_description: collection.seoDescription,
      image_key: collection.imageKey,
      position: sql<number>`(select coalesce(max(position) + 1, 0) from collection)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await refuseTaken(write, new ShopError('SLUG_TAKEN', { slug: collection.slug }));
  return id;
}

type CollectionChanges = UpdateCollectionInput['changes'] & { readonly published?: boolean };

/** Writes what changed and counts the version. @throws SLUG_TAKEN */
export async function updateCollectionRow(
  tx: Transaction,
  id: string,
  changes: CollectionChanges = {},
): Promise<void> {
  const write = tx
    .updateTable('collection')
    .set({
      name: changes.name,
      slug: changes.slug,
      description: changes.description,
      rules: changes.rules && JSON.stringify(changes.rules),
      sort: changes.sort,
      seo_title: changes.seoTitle,
      seo_description: changes.seoDescription,
      image_key: changes.imageKey,
      published: changes.published,
    })
    .set((row) => ({ version: row('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .execute();
  await refuseTaken(write, new ShopError('SLUG_TAKEN', { slug: changes.slug }));
}

export async function deleteCollectionRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('collection').where('id', '=', id).execute();
}

import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import { imageOf } from '../image.ts';
import { cutPage, isAfter, keysetParams, keysOf, type KeysetRow, orderOf } from '../keyset-store.ts';
import { type CollectionMedia, collectionMedia } from './picture-store.ts';
import { inOrder } from './public-collections-store.ts';
import type { ListStaffCollectionsInput, StaffCollection, StaffCollectionPage } from './schemas.ts';

type Row = Omit<StaffCollection, 'image'> & CollectionMedia & KeysetRow;

function selectCollections(condition: RawBuilder<unknown>, limit: number) {
  return sql<Row>`
    select c.*, ${collectionMedia(sql`true`)},
      (select count(*)::int from collection_product member where member.collection_id = c.id) as "productCount"
    from (
      select c.id, c.version, c.slug, c.name, c.kind, c.published, c.updated_at as "updatedAt", c.description, c.rules,
        c.sort, c.seo_title as "seoTitle", c.seo_description as "seoDescription", c.image_key as "imageKey",
        c.position, ${keysOf(inOrder)} as keys
      from collection c where ${condition} order by ${orderOf(inOrder)} limit ${limit}
    ) c order by c.position, c.id`;
}

/** All collections for staff, in the order of the shop. @throws CURSOR_INVALID */
export async function listStaffCollections(
  { reader }: Database,
  input: ListStaffCollectionsInput,
): Promise<StaffCollectionPage> {
  const params = keysetParams(input.cursor, 'collections', inOrder);
  const conditions = [sql`true`];
  const query = (input.query ?? '').replaceAll('\0', ' ');
  if (query !== '') {
    conditions.push(sql`strpos(lower(unaccent(c.name)), lower(unaccent(${query}::text))) > 0`);
  }
  if (input.cursor !== undefined) conditions.push(isAfter(inOrder, (name) => params[name]));
  const { rows } = await selectCollections(sql.join(conditions, sql` and `), input.limit + 1).execute(reader);
  const { page, nextCursor } = cutPage(rows, input.limit, 'collections');
  return { items: page.map(({ media, ...row }) => ({ ...row, image: media && imageOf(media) })), nextCursor };
}

/** @throws COLLECTION_NOT_FOUND */
export async function getStaffCollection({ reader }: Database, id: string): Promise<StaffCollection> {
  const [row] = (await selectCollections(sql`c.id = ${id}::uuid`, 1).execute(reader)).rows;
  if (row === undefined) throw new ShopError('COLLECTION_NOT_FOUND', { id });
  const { media, keys: _keys, ...collection } = row;
  return { ...collection, image: media && imageOf(media) };
}

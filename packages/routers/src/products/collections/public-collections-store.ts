import { type Database, defineStatement } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import { imageOf } from '../image.ts';
import {
  cutPage,
  integerColumn,
  isAfter,
  type Keyset,
  keysetParams,
  type KeysetParams,
  keysOf,
  type KeysetRow,
  orderOf,
} from '../keyset-store.ts';
import { isPublic } from '../public-store.ts';
import { type CollectionMedia, collectionMedia } from './picture-store.ts';
import type { CollectionPage, CollectionView, ListCollectionsInput } from './schemas.ts';

/** The order of the shop. */
export const inOrder: Keyset = {
  columns: [integerColumn(sql`c.position`, 'asc')],
  id: sql`c.id`,
  idDirection: 'asc',
};

type Row = Omit<CollectionView, 'image'> & CollectionMedia & KeysetRow & { readonly imageKey: string | null };

interface PageParams extends KeysetParams {
  readonly limit: number;
}

function selectPublished(condition: RawBuilder<unknown>, limit: RawBuilder<unknown>) {
  return sql<Row>`
    select c.*, ${collectionMedia(isPublic)},
      (select count(*)::int from collection_product member join product p on p.id = member.product_id
       where member.collection_id = c.id and ${isPublic}) as "productCount"
    from (
      select c.id, c.slug, c.name, c.description, c.sort, c.seo_title as "seoTitle",
        c.seo_description as "seoDescription", c.image_key as "imageKey", c.position, ${keysOf(inOrder)} as keys
      from collection c where c.published and ${condition} order by ${orderOf(inOrder)} limit ${limit}
    ) c order by c.position, c.id`;
}

function defineList(name: string, continued: boolean) {
  return defineStatement<PageParams, Row>(name, (db, param) => ({
    compile: () =>
      selectPublished(
        continued ? isAfter(inOrder, param) : sql`true`,
        sql`${param('limit')}::int + 1`,
      ).compile(db),
  }));
}

const firstCollections = defineList('product_collections', false);
const nextCollections = defineList('product_collections_next', true);

const collectionBySlug = defineStatement<{ slug: string }, Row>('product_collection', (db, param) => ({
  compile: () => selectPublished(sql`c.slug = ${param('slug')}::text`, sql`1`).compile(db),
}));

/** Published collections in the order of the shop. @throws CURSOR_INVALID */
export async function listCollections(db: Database, input: ListCollectionsInput): Promise<CollectionPage> {
  const statement = input.cursor === undefined ? firstCollections : nextCollections;
  const position = keysetParams(input.cursor, 'collections', inOrder);
  const rows = await db.run(statement, { ...position, limit: input.limit });
  const { page, nextCursor } = cutPage(rows, input.limit, 'collections');
  return { items: page.map(toView), nextCursor };
}

/** @throws COLLECTION_NOT_FOUND also for one that is not published */
export async function getCollection(db: Database, slug: string): Promise<CollectionView> {
  const [row] = await db.run(collectionBySlug, { slug: slug.replaceAll('\0', '\uFFFD') });
  if (row === undefined) throw new ShopError('COLLECTION_NOT_FOUND', { slug });
  return toView(row);
}

function toView({
  media,
  slug,
  name,
  description,
  sort,
  seoTitle,
  seoDescription,
  productCount,
}: Row): CollectionView {
  const image = media && imageOf(media);
  return { slug, name, description, sort, seoTitle, seoDescription, productCount, image };
}

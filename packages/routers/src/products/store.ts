import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import { cardColumns, type CardRow, cardSource, toCard } from './card-store.ts';
import { imageOf, type MediaRow } from './image.ts';
import {
  cutPage,
  isAfter,
  type Keyset,
  keysetParams,
  type KeysetParams,
  keysOf,
  type KeysetRow,
  orderOf,
  timeColumn,
} from './keyset-store.ts';
import { isPublic } from './public-store.ts';
import type { CategoryView, GetProductInput, ProductCard, ReviewPage, ReviewsInput } from './schemas.ts';

type CategoryRow = Omit<CategoryView, 'image'> & { readonly media: MediaRow | null };

const categoryTree = defineStatement<object, CategoryRow>('product_categories', (db) => ({
  compile: () =>
    sql<CategoryRow>`
    with recursive tree as (
      select id, array[lpad(position::text, 10, '0') || slug] as place from category where parent_id is null
      union all
      select child.id, tree.place || (lpad(child.position::text, 10, '0') || child.slug)
      from category child join tree on tree.id = child.parent_id
    ), counted as (
      select above.id, count(distinct p.id)::int as count
      from product p join product_category pc on pc.product_id = p.id
      join category own on own.id = pc.category_id
      join category above on starts_with(own.path || '/', above.path || '/')
      where ${isPublic} group by 1
    ), shot as (
      select distinct on (key) key, colour, width, height from product_media
      where key in (select image_key from category) order by key, id
    )
    select cat.id, cat.slug, parent.slug as "parentSlug", cat.name, cat.description,
      coalesce(counted.count, 0) as "productCount",
      case when cat.image_key is not null then json_build_object(
        'key', cat.image_key, 'alt', cat.name, 'colour', coalesce(shot.colour, '#e7e5e4'),
        'width', coalesce(shot.width, 1200), 'height', coalesce(shot.height, 1200)) end as media
    from category cat join tree on tree.id = cat.id
    left join category parent on parent.id = cat.parent_id
    left join counted on counted.id = cat.id
    left join shot on shot.key = cat.image_key
    order by tree.place`.compile(db),
}));

/** The whole tree, parents before children, siblings by position. */
export async function listCategories(db: Database): Promise<CategoryView[]> {
  const rows = await db.run(categoryTree, {});
  return rows.map(({ media, ...row }) => ({ ...row, image: media && imageOf(media) }));
}

const relatedBySlug = defineStatement<GetProductInput, CardRow>('products_related', (db, param) => ({
  compile: () =>
    sql<CardRow>`
    select ${cardColumns} from (
      select ${cardSource}, row_number() over (order by p.primary_category_id <> mine.primary_category_id, p.sold_count desc, p.id) as place
      from product mine
      join category own on own.id = mine.primary_category_id
      join category near on near.id = own.id or near.parent_id = own.parent_id
      join product p on p.primary_category_id = near.id and p.id <> mine.id
      join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
      where mine.slug = ${param('slug')}::text and ${isPublic}
      order by place limit 8
    ) c order by c.place`.compile(db),
}));

/** Up to eight: the best sellers of the product's own category, then of its siblings. Empty for an unknown product. */
export async function listRelated(db: Database, { slug, currency }: GetProductInput): Promise<ProductCard[]> {
  const rows = await db.run(relatedBySlug, { slug: slug.replaceAll('\0', '\uFFFD'), currency });
  return rows.map((row) => toCard(row));
}

const newestReviews: Keyset = {
  columns: [timeColumn(sql`review.created_at`, 'desc')],
  id: sql`review.id`,
  idDirection: 'asc',
};

type ReviewRow = ReviewPage['items'][number] & KeysetRow;

interface ReviewParams extends KeysetParams {
  readonly productId: string;
  readonly limit: number;
}

function defineReviews(name: string, continued: boolean) {
  return defineStatement<ReviewParams, ReviewRow>(name, (db, param) => ({
    compile: () =>
      sql<ReviewRow>`
      select review.id, review.author_name as "authorName", review.rating, review.title, review.body, review.verified,
        review.created_at as "createdAt", ${keysOf(newestReviews)} as keys
      from review join product p on p.id = review.product_id
      where review.product_id = ${param('productId')}::uuid and review.status = 'approved' and ${isPublic}
        ${continued ? sql`and ${isAfter(newestReviews, param)}` : sql``}
      order by ${orderOf(newestReviews)} limit ${param('limit')}::int + 1`.compile(db),
  }));
}

const firstReviews = defineReviews('product_reviews', false);
const nextReviews = defineReviews('product_reviews_next', true);

/**
 * Approved reviews of a published product, newest first.
 * @throws CURSOR_INVALID
 */
export async function listReviews(db: Database, input: ReviewsInput): Promise<ReviewPage> {
  const statement = input.cursor === undefined ? firstReviews : nextReviews;
  const position = keysetParams(input.cursor, 'reviews', newestReviews);
  const rows = await db.run(statement, { productId: input.productId, limit: input.limit, ...position });
  const { page, nextCursor } = cutPage(rows, input.limit, 'reviews');
  return { items: page.map(({ keys: _keys, ...review }) => review), nextCursor };
}

import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from './image.ts';
import { isPublic } from './public-store.ts';
import type { CategoryView } from './schemas.ts';

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

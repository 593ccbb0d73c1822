import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from '../image.ts';
import type { StaffCategory } from './schemas.ts';

type StaffCategoryRow = Omit<StaffCategory, 'image'> & { readonly media: MediaRow | null };

function selectCategories(id: string | null) {
  return sql<StaffCategoryRow>`
    with recursive tree as (
      select id, array[lpad(position::text, 10, '0') || slug] as place from category where parent_id is null
      union all
      select child.id, tree.place || (lpad(child.position::text, 10, '0') || child.slug)
      from category child join tree on tree.id = child.parent_id
    )
    select cat.id, cat.version, cat.parent_id as "parentId", cat.slug, cat.name, cat.description,
      cat.seo_title as "seoTitle", cat.seo_description as "seoDescription", cat.image_key as "imageKey",
      (select count(*)::int from category child where child.parent_id = cat.id) as "childCount",
      (select count(*)::int from product_category pc where pc.category_id = cat.id) as "productCount",
      (select count(distinct pc.product_id)::int from category sub join product_category pc on pc.category_id = sub.id
       where starts_with(sub.path || '/', cat.path || '/')) as "totalCount",
      case when cat.image_key is not null then json_build_object(
        'key', cat.image_key, 'alt', cat.name, 'colour', coalesce(shot.colour, '#e7e5e4'),
        'width', coalesce(shot.width, 1200), 'height', coalesce(shot.height, 1200)) end as media
    from category cat join tree on tree.id = cat.id
    left join lateral (
      select f.colour, f.width, f.height from media_file f where f.key = cat.image_key
      union all select m.colour, m.width, m.height from product_media m where m.key = cat.image_key limit 1
    ) shot on true
    ${id === null ? sql`` : sql`where cat.id = ${id}::uuid`}
    order by tree.place`;
}

/** The whole tree for staff, parents before children, siblings in order. */
export async function listStaffCategories({ reader }: Database): Promise<StaffCategory[]> {
  const { rows } = await selectCategories(null).execute(reader);
  return rows.map(({ media, ...row }) => ({ ...row, image: media && imageOf(media) }));
}

/** @throws CATEGORY_NOT_FOUND */
export async function getStaffCategory({ reader }: Database, id: string): Promise<StaffCategory> {
  const { rows } = await selectCategories(id).execute(reader);
  const [row] = rows.map(({ media, ...rest }) => ({ ...rest, image: media && imageOf(media) }));
  if (row === undefined) throw new ShopError('CATEGORY_NOT_FOUND', { id });
  return row;
}

import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from '../image.ts';
import type { ProductChoices, StaffProduct } from './schemas.ts';

type ProductRow = Omit<StaffProduct, 'image' | 'url'> & { readonly media: MediaRow | null };

const options = sql`
  select coalesce(json_agg(json_build_object('id', opt.id, 'name', opt.name, 'values', coalesce((
    select json_agg(json_build_object('id', val.id, 'value', val.value, 'swatch', val.swatch) order by val.position, val.id)
    from product_option_value val where val.option_id = opt.id), '[]')) order by opt.position, opt.id), '[]')
  from product_option opt where opt.product_id = p.id`;

const properties = sql`
  select coalesce(json_agg(json_build_object('attributeId', pp.attribute_id, 'number', pp.number, 'text', pp.text)
                           order by a.position, a.id), '[]')
  from product_property pp join attribute a on a.id = pp.attribute_id where pp.product_id = p.id`;

const staffProduct = defineStatement<{ readonly id: string }, ProductRow>('staff_product', (db, param) => ({
  compile: () =>
    sql<ProductRow>`
    select p.id, p.version, p.slug, p.name, p.summary, p.description, p.brand, p.status, p.featured, p.tags,
      p.tax_category as "taxCategory",
      p.seo_title as "seoTitle", p.seo_description as "seoDescription", p.published_at as "publishedAt",
      p.unpublish_at as "unpublishAt", p.created_at as "createdAt", p.updated_at as "updatedAt",
      p.sold_count as "soldCount", p.primary_category_id as "primaryCategoryId",
      array(select pc.category_id::text from product_category pc
            where pc.product_id = p.id and pc.category_id <> p.primary_category_id order by 1) as "categoryIds",
      array(select pa.attribute_value_id::text from product_attribute pa where pa.product_id = p.id order by 1) as "attributeValueIds",
      (${properties}) as properties, (${options}) as options,
      (select json_build_object('key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width, 'height', m.height)
       from product_media m where m.product_id = p.id order by m.position limit 1) as media,
      (select count(*)::int from product_variant v where v.product_id = p.id) as "variantCount",
      (select count(*)::int from product_variant v where v.product_id = p.id and v.active
         and exists (select from variant_price price where price.variant_id = v.id)) as "sellableCount",
      array(select h.slug from slug_history h where h.owner = 'product' and h.owner_id = p.id order by h.created_at desc) as "formerSlugs"
    from product p where p.id = ${param('id')}::uuid`.compile(db),
}));

export async function findStaffProduct(db: Database, id: string): Promise<Omit<StaffProduct, 'url'> | null> {
  const [row] = await db.run(staffProduct, { id });
  if (row === undefined) return null;
  const { media, ...product } = row;
  return { ...product, image: media && imageOf(media) };
}

const productChoices = defineStatement<object, ProductChoices>('staff_product_choices', (db) => ({
  compile: () =>
    sql<ProductChoices>`
    with recursive tree as (
      select id, name as label, array[lpad(position::text, 10, '0') || slug] as place from category where parent_id is null
      union all
      select child.id, tree.label || ' / ' || child.name, tree.place || (lpad(child.position::text, 10, '0') || child.slug)
      from category child join tree on tree.id = child.parent_id
    )
    select
      (select coalesce(json_agg(json_build_object('id', id, 'label', label) order by place), '[]') from tree) as categories,
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'unit', a.unit, 'values', coalesce((
         select json_agg(json_build_object('id', av.id, 'label', av.label) order by av.position, av.code)
         from attribute_value av where av.attribute_id = a.id), '[]')) order by a.position, a.code), '[]') from attribute a) as attributes,
      array(select distinct brand from product where brand <> '' order by brand limit 1000) as brands,
      array(select distinct tag from product, unnest(tags) as tag order by tag limit 1000) as tags`.compile(
      db,
    ),
}));

/** What the editor can choose from. */
export async function findProductChoices(db: Database): Promise<ProductChoices> {
  const [row] = await db.run(productChoices, {});
  return row ?? { categories: [], attributes: [], brands: [], tags: [] };
}

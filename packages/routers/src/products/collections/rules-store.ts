import type { CollectionCondition, CollectionRules } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import { isInStock } from '../public-store.ts';

type Of<Field extends CollectionCondition['field']> = Extract<CollectionCondition, { field: Field }>;

/** Whether product `p` keeps the rules: one condition, every value of which is a parameter. Never null. */
export function keepsRules({ match, conditions }: CollectionRules): RawBuilder<boolean> {
  const parts = conditions.map((condition) => keeps(condition));
  return sql<boolean>`(${sql.join(parts, match === 'all' ? sql` and ` : sql` or `)})`;
}

/** Archived products are in no collection that rules gather. */
export const isGathered = sql<boolean>`p.status <> 'archived'`;

function keeps(condition: CollectionCondition): RawBuilder<boolean> {
  switch (condition.field) {
    case 'tag':
      return unless(condition.operator, sql`p.tags @> array[${condition.value}::text]`);
    case 'brand':
      return unless(condition.operator, sql`p.brand = ${condition.value}::text`);
    case 'category':
      return unless(condition.operator, isInSubtree(condition.value));
    case 'attribute':
      return unless(
        condition.operator,
        sql`p.id in (select pa.product_id from product_attribute pa where pa.attribute_value_id = ${condition.value}::uuid)`,
      );
    case 'number':
      return hasNumber(condition);
    case 'title':
      return unless(
        condition.operator === 'contains' ? 'is' : 'isNot',
        sql`strpos(lower(unaccent(p.name)), lower(unaccent(${condition.value}::text))) > 0`,
      );
    case 'price':
      return hasPrice(condition);
    case 'rating':
      return sql`coalesce(p.rating_sum >= ${condition.value}::float8 * p.rating_count and p.rating_count > 0, false)`;
    case 'published':
      return sql`coalesce(p.published_at <= now()
        and p.published_at > now() - make_interval(days => ${condition.value}::int), false)`;
    case 'onSale':
      return unless(condition.value ? 'is' : 'isNot', isOnSale);
    case 'inStock':
      return unless(condition.value ? 'is' : 'isNot', isInStock);
    case 'featured':
      return sql`p.featured = ${condition.value}::boolean`;
  }
}

function unless(operator: 'is' | 'isNot', holds: RawBuilder<unknown>): RawBuilder<boolean> {
  return operator === 'is' ? sql`(${holds})` : sql`not (${holds})`;
}

function isInSubtree(categoryId: string): RawBuilder<unknown> {
  return sql`p.id in (
    select pc.product_id from category root join category sub on starts_with(sub.path || '/', root.path || '/')
    join product_category pc on pc.category_id = sub.id where root.id = ${categoryId}::uuid)`;
}

function hasNumber({ attributeId, operator, value }: Of<'number'>): RawBuilder<boolean> {
  return sql`p.id in (select pp.product_id from product_property pp
    where pp.attribute_id = ${attributeId}::uuid and pp.number ${than(operator)} ${value}::float8)`;
}

function hasPrice({ currency, operator, value }: Of<'price'>): RawBuilder<boolean> {
  return sql`p.id in (select ranged.product_id from product_price_range ranged
    where ranged.currency = ${currency}::bpchar and ranged.min_minor ${than(operator)} ${value}::bigint)`;
}

function than(operator: 'less' | 'greater'): RawBuilder<unknown> {
  return operator === 'less' ? sql`<` : sql`>`;
}

/** A price shown against a higher one, or a sale for everybody that runs now. */
const isOnSale = sql`p.id in (
  select v.product_id from product_variant v join variant_price price on price.variant_id = v.id
  where v.active and price.compare_at_minor is not null
  union all
  select v.product_id from price_list l join price_list_price price on price.price_list_id = l.id
  join product_variant v on v.id = price.variant_id
  where l.kind = 'sale' and l.active and l.group_id is null and v.active
    and (l.starts_at is null or l.starts_at <= now()) and (l.ends_at is null or l.ends_at > now()))`;

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { OrderFilter } from './schemas.ts';

/** Rows `m` of another table that say something of the order they name. */
export interface Mark {
  readonly table: RawBuilder<unknown>;
  readonly holds: RawBuilder<SqlBool>;
}

const marks = {
  tag: (value: string) => ({ table: sql`order_tag`, holds: sql<SqlBool>`m.tag = ${value}` }),
  productId: (value: string) => bought(sql`v.product_id = ${value}::uuid`),
  sku: (value: string) => bought(sql`v.sku = ${value}`),
  promotionCode: (value: string) => ({
    table: sql`order_promotion`,
    holds: sql<SqlBool>`m.code_id = (select c.id from promotion_code c where c.code = ${value})`,
  }),
  risk: (value: string) => ({
    table: sql`order_risk`,
    holds: value === 'held' ? sql<SqlBool>`m.holds and m.released_at is null` : sql<SqlBool>`true`,
  }),
  returns: (value: string) => ({
    table: sql`order_return`,
    holds: value === 'open' ? sql<SqlBool>`m.status = any(${openReturns})` : sql<SqlBool>`true`,
  }),
} satisfies Partial<Record<keyof OrderFilter, (value: string) => Mark>>;

/** Somebody still has to do something about them. */
export const openReturns = sql`array['requested', 'approved', 'in_transit', 'received', 'inspected']::return_status[]`;

function bought(which: RawBuilder<SqlBool>): Mark {
  const variants = sql`array(select v.id from product_variant v where ${which})`;
  return { table: sql`order_line`, holds: sql`m.variant_id = any(${variants})` };
}

export function marksOf(filter: OrderFilter): Mark[] {
  return (Object.keys(marks) as (keyof typeof marks)[]).flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [marks[name](value)];
  });
}

/** That an order `o` is marked so, asked row by row: `offset 0` keeps it from being made a join of all that are. */
export function marked({ table, holds }: Mark): RawBuilder<SqlBool> {
  return sql`exists (select from ${table} m where m.order_id = o.id and ${holds} offset 0)`;
}

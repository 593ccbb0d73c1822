import type { Database } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { StaffAttribute } from './schemas.ts';

function selectAttributes(id: string | null) {
  return sql<StaffAttribute>`
    select a.id, a.version, a.code, a.name, a.kind, a.unit, a.filterable,
      case when a.kind in ('choice', 'boolean') then (
        select count(distinct pa.product_id)::int from attribute_value av
        join product_attribute pa on pa.attribute_value_id = av.id where av.attribute_id = a.id
      ) else (select count(*)::int from product_property pp where pp.attribute_id = a.id) end as "productCount",
      coalesce((
        select json_agg(json_build_object('id', av.id, 'code', av.code, 'label', av.label, 'productCount',
          (select count(*) from product_attribute pa where pa.attribute_value_id = av.id)) order by av.position, av.code)
        from attribute_value av where av.attribute_id = a.id), '[]') as values
    from attribute a ${id === null ? sql`` : sql`where a.id = ${id}::uuid`}
    order by a.position, a.code`;
}

/** All attributes with their values, in the order shoppers see them. */
export async function listStaffAttributes({ reader }: Database): Promise<StaffAttribute[]> {
  return (await selectAttributes(null).execute(reader)).rows;
}

/** @throws ATTRIBUTE_NOT_FOUND */
export async function getStaffAttribute({ reader }: Database, id: string): Promise<StaffAttribute> {
  const [row] = (await selectAttributes(id).execute(reader)).rows;
  if (row === undefined) throw new ShopError('ATTRIBUTE_NOT_FOUND', { id });
  return row;
}

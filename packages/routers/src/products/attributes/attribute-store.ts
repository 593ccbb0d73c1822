import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import { refuseTaken } from '../taken-store.ts';
import type { CreateAttributeInput, UpdateAttributeInput } from './schemas.ts';

export interface LockedAttribute {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly kind: CreateAttributeInput['kind'];
  readonly unit: string | null;
  readonly filterable: boolean;
}

/** Lets one at a time change which attributes there are and in what order; gives their ids in order. */
export async function lockOrder(tx: Transaction): Promise<string[]> {
  await sql`lock table attribute in share row exclusive mode`.execute(tx);
  const rows = await tx.selectFrom('attribute').select('id').orderBy('position').orderBy('code').execute();
  return rows.map(({ id }) => id);
}

/** @throws ATTRIBUTE_NOT_FOUND */
export async function lockAttribute(tx: Transaction, id: string): Promise<LockedAttribute> {
  const row = await tx
    .selectFrom('attribute')
    .select(['id', 'version', 'code', 'name', 'kind', 'unit', 'filterable'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('ATTRIBUTE_NOT_FOUND', { id });
  return row;
}

type NewAttribute = Pick<CreateAttributeInput, 'name' | 'kind' | 'unit' | 'filterable'> & {
  readonly code: string;
  readonly position: number;
};

/** @throws CODE_TAKEN */
export async function insertAttribute(tx: Transaction, attribute: NewAttribute): Promise<string> {
  const { code, name, kind, unit, filterable, position } = attribute;
  const write = tx
    .insertInto('attribute')
    .values({ code, name, kind, unit, filterable, position })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await refuseTaken(write, new ShopError('CODE_TAKEN', { code }));
  return id;
}

/** Writes what changed and counts the version. */
export async function updateAttributeRow(
  tx: Transaction,
  id: string,
  changes: UpdateAttributeInput['changes'] = {},
): Promise<void> {
  await tx
    .updateTable('attribute')
    .set({ name: changes.name, unit: changes.unit, filterable: changes.filterable })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Numbers the attributes in the order of `ids`. */
export async function writePositions(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`update attribute set position = place.position - 1
    from unnest(${ids}::uuid[]) with ordinality as place (id, position) where attribute.id = place.id`.execute(
    tx,
  );
}

/** How many products have the attribute, and how many collections have a rule that names it or a value of it. */
export async function countUses(tx: Transaction, id: string) {
  const { rows } = await sql<{ products: number; collections: number }>`
    with named as (
      select ${id}::uuid as id union all select id from attribute_value where attribute_id = ${id}::uuid
    )
    select (select count(distinct product_id)::int from (
        select product_id from product_property where attribute_id = ${id}::uuid
        union all
        select product_id from product_attribute where attribute_value_id in (select id from named)) used) as products,
      (select count(*)::int from collection
       where exists (select from named where position(named.id::text in rules::text) > 0)) as collections`.execute(
    tx,
  );
  return rows[0] ?? { products: 0, collections: 0 };
}

export async function deleteAttributeRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('attribute').where('id', '=', id).execute();
}

import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';

/** Puts products behind those that were picked before; the ones that are in already stay. Gives how many came. */
export async function insertPicked(
  tx: Transaction,
  collectionId: string,
  productIds: readonly string[],
): Promise<number> {
  const known = await tx.selectFrom('product').select('id').where('id', 'in', productIds).execute();
  if (known.length < productIds.length) {
    const found = new Set(known.map(({ id }) => id));
    throw new ShopError('PRODUCT_NOT_FOUND', { id: productIds.find((id) => !found.has(id)) });
  }
  const { rows } = await sql`
    insert into collection_product (collection_id, product_id, position)
    select ${collectionId}::uuid, picked.id, picked.place
      + (select coalesce(max(position), -1) from collection_product where collection_id = ${collectionId}::uuid)
    from unnest(${productIds}::uuid[]) with ordinality as picked (id, place)
    on conflict do nothing returning 1`.execute(tx);
  return rows.length;
}

export async function deletePicked(
  tx: Transaction,
  collectionId: string,
  productIds: readonly string[],
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('collection_product')
    .where('collection_id', '=', collectionId)
    .where('product_id', 'in', productIds)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** The products picked, in order. */
export async function listPickedIds(tx: Transaction, collectionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('collection_product')
    .select('product_id as id')
    .where('collection_id', '=', collectionId)
    .orderBy('position')
    .orderBy('product_id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Numbers the products picked in the order of `ids`, in one statement. */
export async function writePickedOrder(
  tx: Transaction,
  collectionId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update collection_product member set position = picked.place - 1
    from unnest(${ids}::uuid[]) with ordinality as picked (id, place)
    where member.collection_id = ${collectionId}::uuid and member.product_id = picked.id
      and member.position <> picked.place - 1`.execute(tx);
}

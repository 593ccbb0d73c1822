import type { Transaction } from '@turing/db';
import { ShopError, slugify } from '@turing/domain';
import { sql } from 'kysely';
import { refuseTaken } from '../taken-store.ts';

export interface LockedValue {
  readonly id: string;
  readonly code: string;
  readonly label: string;
}

/** The values of an attribute in order. Nobody can give them to a product until the transaction ends. */
export async function lockValues(tx: Transaction, attributeId: string): Promise<LockedValue[]> {
  return tx
    .selectFrom('attribute_value')
    .select(['id', 'code', 'label'])
    .where('attribute_id', '=', attributeId)
    .orderBy('position')
    .orderBy('code')
    .forUpdate()
    .execute();
}

/**
 * Adds values behind those there are, with codes from their labels.
 * @throws CODE_TAKEN, INPUT_INVALID when no code can be made of a label
 */
export async function insertValues(
  tx: Transaction,
  attributeId: string,
  { labels, from }: { readonly labels: readonly string[]; readonly from: number },
): Promise<string[]> {
  const values = labels.map((label, index) => ({
    attribute_id: attributeId,
    code: codeOf(label),
    label,
    position: from + index,
  }));
  if (values.length === 0) return [];
  const write = tx.insertInto('attribute_value').values(values).returning('id').execute();
  const rows = await refuseTaken(
    write,
    new ShopError('CODE_TAKEN', { codes: values.map(({ code }) => code) }),
  );
  return rows.map(({ id }) => id);
}

/** @throws INPUT_INVALID when the text has no Latin letter or digit */
export function codeOf(text: string): string {
  const code = slugify(text);
  if (code === '') throw new ShopError('INPUT_INVALID', { field: 'code', text });
  return code;
}

export async function updateLabel(tx: Transaction, id: string, label: string): Promise<void> {
  await tx.updateTable('attribute_value').set({ label }).where('id', '=', id).execute();
}

/** Numbers values in the order of `ids`. */
export async function writeValuePositions(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`update attribute_value set position = place.position - 1
    from unnest(${ids}::uuid[]) with ordinality as place (id, position) where attribute_value.id = place.id`.execute(
    tx,
  );
}

/** How many products have the value, and how many collections have a rule that names it. */
export async function countValueUses(tx: Transaction, id: string) {
  const { rows } = await sql<{ products: number; collections: number }>`
    select (select count(*)::int from product_attribute where attribute_value_id = ${id}::uuid) as products,
      (select count(*)::int from collection where position(${id}::text in rules::text) > 0) as collections`.execute(
    tx,
  );
  return rows[0] ?? { products: 0, collections: 0 };
}

/** Gives products and rules that have one value the other in its place. */
export async function replaceValue(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  await sql`insert into product_attribute (product_id, attribute_value_id)
    select product_id, ${intoId}::uuid from product_attribute where attribute_value_id = ${fromId}::uuid
    on conflict do nothing`.execute(tx);
  await tx.deleteFrom('product_attribute').where('attribute_value_id', '=', fromId).execute();
  await sql`update collection set rules = replace(rules::text, ${fromId}::text, ${intoId}::text)::jsonb,
      version = version + 1, updated_at = now()
    where position(${fromId}::text in rules::text) > 0`.execute(tx);
}

export async function deleteValueRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('attribute_value').where('id', '=', id).execute();
}

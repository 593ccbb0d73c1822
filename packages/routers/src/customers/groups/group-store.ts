import { isForeignKeyViolation, isUniqueViolation, type Reader, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { CustomerGroup } from './schemas.ts';

function selectGroups(reader: Reader) {
  return reader
    .selectFrom('customer_group as g')
    .select(['g.id', 'g.code', 'g.name', 'g.version', 'g.created_at as createdAt'])
    .select([
      sql<number>`(select count(*)::int from customer_group_member m where m.group_id = g.id)`.as(
        'memberCount',
      ),
      sql<number>`(select count(*)::int from price_list l where l.group_id = g.id)`.as('priceListCount'),
    ])
    .$narrowType<{ createdAt: Date }>();
}

/** Every group by name: there are few. */
export function listGroups(reader: Reader): Promise<CustomerGroup[]> {
  return selectGroups(reader).orderBy('g.name').orderBy('g.id').limit(500).execute();
}

/** @throws CUSTOMER_GROUP_NOT_FOUND */
export async function getGroup(reader: Reader, id: string): Promise<CustomerGroup> {
  const group = await selectGroups(reader).where('g.id', '=', id).executeTakeFirst();
  if (group === undefined) throw new ShopError('CUSTOMER_GROUP_NOT_FOUND', { id });
  return group;
}

export interface LockedGroup {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly version: number;
}

/** @throws CUSTOMER_GROUP_NOT_FOUND */
export async function lockGroup(tx: Transaction, id: string): Promise<LockedGroup> {
  const group = await tx
    .selectFrom('customer_group')
    .select(['id', 'code', 'name', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (group === undefined) throw new ShopError('CUSTOMER_GROUP_NOT_FOUND', { id });
  return group;
}

type Terms = Pick<LockedGroup, 'code' | 'name'>;

async function refuseTakenCode<Result>(write: Promise<Result>, { code }: Terms): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? new ShopError('CODE_TAKEN', { code }) : error;
  }
}

/** @throws CODE_TAKEN */
export async function insertGroup(tx: Transaction, { code, name }: Terms): Promise<string> {
  const row = tx.insertInto('customer_group').values({ code, name }).returning('id');
  return (await refuseTakenCode(row.executeTakeFirstOrThrow(), { code, name })).id;
}

/** Writes what changed and bumps the version. @throws CODE_TAKEN */
export async function updateGroup(tx: Transaction, group: LockedGroup, change: Terms = group): Promise<void> {
  const { code, name } = change;
  const update = tx.updateTable('customer_group').set({ code, name, version: group.version + 1 });
  await refuseTakenCode(update.where('id', '=', group.id).execute(), change);
}

/** @throws CUSTOMER_GROUP_IN_USE */
export async function deleteGroup(tx: Transaction, id: string): Promise<void> {
  try {
    await tx.deleteFrom('customer_group').where('id', '=', id).execute();
  } catch (error) {
    throw isForeignKeyViolation(error) ? new ShopError('CUSTOMER_GROUP_IN_USE', { id }) : error;
  }
}

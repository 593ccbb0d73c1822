import { isForeignKeyViolation, isUniqueViolation, type Reader, type Transaction } from '@turing/db';
import { isPermission, type Permission, ShopError } from '@turing/domain';
import { sql } from 'kysely';

/** How many roles of its own a shop may have. */
const mostRoles = 200;

/** What the roles of the shop's own grant. */
export function listRoleGrants(reader: Reader) {
  return reader.selectFrom('staff_role').select(['id', 'name', 'permissions']).limit(mostRoles).execute();
}

export interface CustomRole {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: Permission[];
  readonly version: number;
  readonly memberCount: number;
}

function selectRoles(reader: Reader) {
  return reader
    .selectFrom('staff_role as r')
    .select(['r.id', 'r.name', 'r.description', 'r.permissions', 'r.version'])
    .select(sql<number>`(select count(*)::int from staff s where s.role_id = r.id)`.as('memberCount'));
}

export async function listRoles(reader: Reader): Promise<CustomRole[]> {
  const rows = await selectRoles(reader).orderBy('r.name').limit(mostRoles).execute();
  return rows.map((row) => ({ ...row, permissions: row.permissions.filter(isPermission) }));
}

/** @throws ROLE_NOT_FOUND */
export async function getRole(reader: Reader, id: string): Promise<CustomRole> {
  const row = await selectRoles(reader).where('r.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new ShopError('ROLE_NOT_FOUND', { id });
  return { ...row, permissions: row.permissions.filter(isPermission) };
}

/** How many people have each of the roles that every shop has. */
export async function countBuiltIn(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader
    .selectFrom('staff')
    .select(['role', (eb) => eb.fn.countAll<string>().as('members')])
    .where('role_id', 'is', null)
    .groupBy('role')
    .execute();
  return new Map(rows.map(({ role, members }) => [role, Number(members)]));
}

export type LockedRole = Omit<CustomRole, 'memberCount'>;

/** Shared with those who give the role to somebody, alone for those who change it. @throws ROLE_NOT_FOUND */
export async function lockRole(tx: Transaction, id: string, mode: 'share' | 'update'): Promise<LockedRole> {
  const query = tx
    .selectFrom('staff_role')
    .select(['id', 'name', 'description', 'permissions', 'version'])
    .where('id', '=', id);
  const row = await (mode === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst();
  if (row === undefined) throw new ShopError('ROLE_NOT_FOUND', { id });
  return { ...row, permissions: row.permissions.filter(isPermission) };
}

export interface RoleTerms {
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
}

/** @throws NAME_TAKEN */
export async function insertRole(tx: Transaction, terms: RoleTerms): Promise<string> {
  const { name, description } = terms;
  const row = tx
    .insertInto('staff_role')
    .values({ name, description, permissions: [...terms.permissions] })
    .returning('id');
  return (await refuseTakenName(row.executeTakeFirstOrThrow(), name)).id;
}

/** Writes the terms and bumps the version. @throws NAME_TAKEN */
export async function updateRole(tx: Transaction, role: LockedRole, terms: RoleTerms): Promise<void> {
  const { name, description } = terms;
  const update = tx
    .updateTable('staff_role')
    .set({ name, description, permissions: [...terms.permissions], version: role.version + 1 })
    .where('id', '=', role.id);
  await refuseTakenName(update.execute(), name);
}

/** Invitations that are over forget the role; one that is open, or a member of staff, keeps it. @throws ROLE_IN_USE */
export async function deleteRole(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('staff_invitation')
    .set({ role_id: null })
    .where('role_id', '=', id)
    .where((eb) =>
      eb.or([
        eb('accepted_at', 'is not', null),
        eb('revoked_at', 'is not', null),
        eb('expires_at', '<=', now),
      ]),
    )
    .execute();
  try {
    await tx.deleteFrom('staff_role').where('id', '=', id).execute();
  } catch (error) {
    throw isForeignKeyViolation(error) ? new ShopError('ROLE_IN_USE', { id }) : error;
  }
}

async function refuseTakenName<Result>(write: Promise<Result>, name: string): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? new ShopError('NAME_TAKEN', { name }) : error;
  }
}

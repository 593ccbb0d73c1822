import type { Reader, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';

export interface StaffRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly roleId: string | null;
  readonly roleName: string | null;
  readonly active: boolean;
  readonly hasSecondFactor: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
}

/** Everybody who works or worked here; active people first. There are few. */
export function listStaff(reader: Reader): Promise<StaffRow[]> {
  return selectStaff(reader)
    .orderBy('s.active', 'desc')
    .orderBy('s.name')
    .orderBy('s.id')
    .limit(1000)
    .execute();
}

/** @throws STAFF_NOT_FOUND */
export async function getStaff(reader: Reader, id: string): Promise<StaffRow> {
  const row = await selectStaff(reader).where('s.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new ShopError('STAFF_NOT_FOUND', { id });
  return row;
}

function selectStaff(reader: Reader) {
  return reader
    .selectFrom('staff as s')
    .leftJoin('staff_role as r', 'r.id', 's.role_id')
    .select(['s.id', 's.email', 's.name', 's.role', 's.role_id as roleId', 'r.name as roleName', 's.active'])
    .select(['s.two_factor_enabled as hasSecondFactor', 's.version', 's.created_at as createdAt'])
    .select(
      sql<Date | null>`greatest(
        (select max(updated_at) from staff_session n where n.staff_id = s.id),
        (select max(created_at) from staff_security_event e where e.staff_id = s.id and e.event like 'signed-in%')
      )`.as('lastSeenAt'),
    )
    .$narrowType<{ createdAt: Date }>();
}

export interface LockedStaff {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly roleId: string | null;
  readonly active: boolean;
  readonly hasSecondFactor: boolean;
  readonly version: number;
}

/** Active owners by id: whoever may take one away locks them all first. */
export async function lockOwners(tx: Transaction): Promise<string[]> {
  const rows = await tx
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'owner')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** @throws STAFF_NOT_FOUND */
export async function lockStaff(tx: Transaction, id: string): Promise<LockedStaff> {
  const row = await tx
    .selectFrom('staff')
    .select(['id', 'email', 'name', 'role', 'role_id as roleId', 'active', 'version'])
    .select('two_factor_enabled as hasSecondFactor')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('STAFF_NOT_FOUND', { id });
  return row;
}

export interface StaffEdit {
  readonly role?: string;
  readonly role_id?: string | null;
  readonly active?: boolean;
  readonly two_factor_enabled?: boolean;
}

/** Writes what changed and bumps the version. */
export async function updateStaff(
  tx: Transaction,
  { id, version }: LockedStaff,
  edit: StaffEdit,
): Promise<void> {
  await tx
    .updateTable('staff')
    .set({ ...edit, version: version + 1, updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
}

/** Ends every session, unfinished sign-in and trusted device of somebody, or all sessions but one. */
export async function endSessions(tx: Transaction, staffId: string): Promise<void> {
  await tx.deleteFrom('staff_session').where('staff_id', '=', staffId).execute();
  await tx.deleteFrom('staff_verification').where('value', '=', staffId).execute();
}

export async function deleteSecondFactor(tx: Transaction, staffId: string): Promise<void> {
  await tx.deleteFrom('staff_two_factor').where('staff_id', '=', staffId).execute();
}

/** How many were still in force. */
export async function revokeTokensOf(tx: Transaction, staffId: string, now: Date): Promise<number> {
  const result = await tx
    .updateTable('api_token')
    .set((eb) => ({ revoked_at: now, version: eb('version', '+', 1) }))
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Whether anybody works here yet. */
export async function hasStaff(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('staff').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Two who set the shop up at once go one after the other. */
export async function lockSetUp(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('first owner', 0))`.execute(tx);
}

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly roleId: string | null;
  /** As Better Auth stores it. */
  readonly passwordHash: string;
}

/** An account with a password. Throws a unique violation when the address is taken. */
export async function insertStaff(tx: Transaction, staff: NewStaff): Promise<string> {
  const { id } = await tx
    .insertInto('staff')
    .values({
      email: staff.email,
      email_verified: true,
      name: staff.name,
      role: staff.role,
      role_id: staff.roleId,
      updated_at: sql<Date>`now()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('staff_account')
    .values({
      staff_id: id,
      account_id: id,
      provider_id: 'credential',
      password: staff.passwordHash,
      updated_at: sql<Date>`now()`,
    })
    .execute();
  return id;
}

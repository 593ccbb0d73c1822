import { addJob, isUniqueViolation, type Reader, type Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { StaffLetter } from './staff-letter.ts';

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly roleId: string | null;
  readonly roleName: string | null;
  readonly inviterName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly version: number;
}

function selectOpen(reader: Reader) {
  return reader
    .selectFrom('staff_invitation as i')
    .innerJoin('staff as s', 's.id', 'i.invited_by')
    .leftJoin('staff_role as r', 'r.id', 'i.role_id')
    .select(['i.id', 'i.email', 'i.role', 'i.role_id as roleId', 'r.name as roleName'])
    .select(['s.name as inviterName', 'i.created_at as createdAt', 'i.expires_at as expiresAt', 'i.version'])
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .$narrowType<{ createdAt: Date; expiresAt: Date }>();
}

/** Neither accepted nor withdrawn, newest first; some may be over. */
export function listInvitations(reader: Reader): Promise<InvitationRow[]> {
  return selectOpen(reader).orderBy('i.created_at', 'desc').orderBy('i.id').limit(500).execute();
}

/** @throws INVITATION_NOT_FOUND */
export async function getInvitation(reader: Reader, id: string): Promise<InvitationRow> {
  const row = await selectOpen(reader).where('i.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new ShopError('INVITATION_NOT_FOUND', { id });
  return row;
}

/** One that may be accepted now, by the hash of its token. */
export async function findAcceptable(
  reader: Reader,
  tokenHash: string,
  now: Date,
): Promise<InvitationRow | null> {
  const row = await selectOpen(reader)
    .where('i.token_hash', '=', tokenHash)
    .where('i.expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

export interface LockedInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly roleId: string | null;
  readonly expiresAt: Date;
  readonly version: number;
}

/** Open ones only. @throws INVITATION_NOT_FOUND */
export async function lockInvitation(
  tx: Transaction,
  by: { readonly id: string } | { readonly tokenHash: string },
): Promise<LockedInvitation> {
  const row = await tx
    .selectFrom('staff_invitation')
    .select(['id', 'email', 'role', 'role_id as roleId', 'expires_at as expiresAt', 'version'])
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('token_hash', '=', by.tokenHash)))
    .forUpdate()
    .$narrowType<{ expiresAt: Date }>()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('INVITATION_NOT_FOUND');
  return row;
}

export interface NewInvitation {
  readonly email: string;
  readonly role: string;
  readonly roleId: string | null;
  readonly tokenHash: string;
  readonly invitedBy: string;
  readonly expiresAt: Date;
}

/** Takes the place of one for the same address that is over. @throws STAFF_EMAIL_TAKEN */
export async function insertInvitation(
  tx: Transaction,
  invitation: NewInvitation,
  now: Date,
): Promise<string> {
  const { email } = invitation;
  const member = tx.selectFrom('staff').select('id').where('email', '=', email);
  if ((await member.executeTakeFirst()) !== undefined) throw new ShopError('STAFF_EMAIL_TAKEN', { email });
  await tx
    .updateTable('staff_invitation')
    .set({ revoked_at: now })
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
  try {
    const { id } = await tx
      .insertInto('staff_invitation')
      .values({
        email,
        role: invitation.role,
        role_id: invitation.roleId,
        token_hash: invitation.tokenHash,
        invited_by: invitation.invitedBy,
        expires_at: invitation.expiresAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  } catch (error) {
    throw isUniqueViolation(error) ? new ShopError('STAFF_EMAIL_TAKEN', { email }) : error;
  }
}

interface InvitationEdit {
  readonly token_hash?: string;
  readonly expires_at?: Date;
  readonly accepted_at?: Date;
  readonly revoked_at?: Date;
}

/** Writes what changed and bumps the version. */
export async function updateInvitation(
  tx: Transaction,
  { id, version }: LockedInvitation,
  edit: InvitationEdit,
): Promise<void> {
  const update = tx.updateTable('staff_invitation').set({ ...edit, version: version + 1 });
  await update.where('id', '=', id).execute();
}

// With the queue's growing pauses about two days.
const letterAttempts = 15;

export function queueStaffLetter(tx: Transaction, letter: StaffLetter): Promise<void> {
  return addJob(tx, { task: 'send-staff-letter', payload: letter }, { maxAttempts: letterAttempts });
}

import type { z } from 'zod';
import { builtInGrant } from '../roles/role-book.ts';
import type { InvitationRow } from './invitation-store.ts';
import type { invitationSchema, memberSchema, offerSchema } from './schemas.ts';
import type { StaffRow } from './staff-store.ts';

export type MemberView = z.infer<typeof memberSchema>;
export type InvitationView = z.infer<typeof invitationSchema>;
export type OfferView = z.infer<typeof offerSchema>;

interface NamedRole {
  readonly role: string;
  readonly roleId: string | null;
  readonly roleName: string | null;
}

function roleOf({ role, roleId, roleName }: NamedRole) {
  return { role: roleId ?? role, roleName: roleName ?? builtInGrant(role).name };
}

export function toMemberView(row: StaffRow): MemberView {
  const { roleId: _roleId, ...rest } = row;
  return { ...rest, ...roleOf(row) };
}

export function toInvitationView(row: InvitationRow, now: Date): InvitationView {
  const { roleId: _roleId, ...rest } = row;
  return { ...rest, ...roleOf(row), isOver: row.expiresAt <= now };
}

export function toOfferView(row: InvitationRow): OfferView {
  const { email, inviterName, expiresAt } = row;
  return { email, inviterName, expiresAt, roleName: roleOf(row).roleName };
}

import { movesMoney } from '@turing/domain';
import type { RoleGrant, StoredRole } from '../roles/role-book.ts';
import type { StaffActor } from './actors.ts';
import type { StaffPolicy } from './staff-policy.ts';

interface SignedIn {
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly twoFactorEnabled?: boolean | null | undefined;
  };
  readonly sessionId: string;
}

export function storedRole(user: { role: string; roleId?: string | null | undefined }): StoredRole {
  return { role: user.role, roleId: user.roleId ?? null };
}

/** Who a session stands for and what they may do, by the shop's policy. */
export function toStaffActor(
  { user, sessionId }: SignedIn,
  grant: RoleGrant,
  policy: Pick<StaffPolicy, 'twoFactor'>,
): StaffActor {
  const hasSecondFactor = user.twoFactorEnabled === true;
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: grant.role,
    roleName: grant.name,
    permissions: grant.permissions,
    mustEnrol: policy.twoFactor === 'required' && !hasSecondFactor && movesMoney(grant.permissions),
    hasSecondFactor,
    sessionId,
    tokenId: null,
  };
}

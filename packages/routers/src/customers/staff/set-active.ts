import { ShopError } from '@turing/domain';
import type { StaffContext } from '../write-as-staff.ts';
import { manageStaff } from './manage-staff.ts';
import type { ManageStaffInput } from './schemas.ts';
import { endSessions, revokeTokensOf, updateStaff } from './staff-store.ts';

/**
 * Ends somebody's work here: no sign-in, sessions over within a minute, their API tokens revoked.
 * @throws STAFF_NOT_FOUND, STAFF_INACTIVE, LAST_OWNER, OWN_ACCOUNT, PERMISSION_NOT_HELD, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function deactivateStaff(ctx: StaffContext, input: ManageStaffInput): Promise<null> {
  await manageStaff(ctx, { operation: 'staff.deactivate', input }, async (tx, { member, isLastOwner }) => {
    if (!member.active) throw new ShopError('STAFF_INACTIVE', { id: member.id });
    if (isLastOwner) throw new ShopError('LAST_OWNER');
    await updateStaff(tx, member, { active: false });
    await endSessions(tx, member.id);
    const tokensRevoked = await revokeTokensOf(tx, member.id, ctx.now());
    return { before: { active: true }, after: { active: false, tokensRevoked } };
  });
  return null;
}

/**
 * Lets somebody in again, with the role they had. Their tokens stay revoked.
 * @throws STAFF_NOT_FOUND, OWN_ACCOUNT, PERMISSION_NOT_HELD, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function reactivateStaff(ctx: StaffContext, input: ManageStaffInput): Promise<null> {
  await manageStaff(ctx, { operation: 'staff.reactivate', input }, async (tx, { member }) => {
    await updateStaff(tx, member, { active: true });
    return { before: { active: member.active }, after: { active: true } };
  });
  return null;
}

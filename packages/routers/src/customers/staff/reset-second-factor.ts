import { appendSecurityEvent } from '../identity/security-event-store.ts';
import type { StaffContext } from '../write-as-staff.ts';
import { manageStaff } from './manage-staff.ts';
import type { ManageStaffInput } from './schemas.ts';
import { deleteSecondFactor, endSessions, updateStaff } from './staff-store.ts';

/**
 * For a colleague who lost phone and recovery codes: they sign in with the password alone and set up another factor
 * before anything else, where their role wants one. Their sessions and trusted devices are over.
 * @throws STAFF_NOT_FOUND, OWN_ACCOUNT, PERMISSION_NOT_HELD, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function resetSecondFactor(ctx: StaffContext, input: ManageStaffInput): Promise<null> {
  await manageStaff(ctx, { operation: 'staff.resetSecondFactor', input }, async (tx, { member }) => {
    await updateStaff(tx, member, { two_factor_enabled: false });
    await deleteSecondFactor(tx, member.id);
    await endSessions(tx, member.id);
    await appendSecurityEvent(tx, {
      staffId: member.id,
      event: 'second-factor-reset',
      address: ctx.address,
    });
    return { before: { hasSecondFactor: member.hasSecondFactor }, after: { hasSecondFactor: false } };
  });
  return null;
}

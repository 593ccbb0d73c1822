import { ShopError } from '@turing/domain';
import type { StaffContext } from '../write-as-staff.ts';
import { grantRole } from './grant-role.ts';
import { manageStaff } from './manage-staff.ts';
import type { ChangeRoleInput } from './schemas.ts';
import { updateStaff } from './staff-store.ts';

/**
 * Gives a colleague another role; it counts within a minute.
 * @throws STAFF_NOT_FOUND, ROLE_NOT_FOUND, LAST_OWNER, OWN_ACCOUNT, PERMISSION_NOT_HELD, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function changeRole(ctx: StaffContext, input: ChangeRoleInput): Promise<null> {
  await manageStaff(ctx, { operation: 'staff.changeRole', input }, async (tx, { member, isLastOwner }) => {
    const { role, roleId, name } = await grantRole(tx, ctx.staff, input.role);
    if (isLastOwner && role !== 'owner') throw new ShopError('LAST_OWNER');
    await updateStaff(tx, member, { role, role_id: roleId });
    return {
      before: { role: member.roleId ?? member.role },
      after: { role: roleId ?? role, roleName: name },
    };
  });
  return null;
}

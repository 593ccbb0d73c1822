import { assertVersion, type StaffContext, writeAsStaff } from '../write-as-staff.ts';
import { assertHeld } from '../staff/grant-role.ts';
import { toRoleView } from './list-roles.ts';
import { deleteRole, getRole, insertRole, lockRole, type RoleTerms, updateRole } from './role-store.ts';
import type { CreateRoleInput, DeleteRoleInput, RoleView, UpdateRoleInput } from './schemas.ts';

/**
 * Makes a role of the shop's own.
 * @throws PERMISSION_NOT_HELD when it could do what its maker cannot, NAME_TAKEN, IDEMPOTENCY_KEY_REUSED
 */
export async function createRole(ctx: StaffContext, input: CreateRoleInput): Promise<RoleView> {
  const terms = termsOf(input);
  const id = await writeAsStaff(ctx, { operation: 'roles.create', input }, async (tx) => {
    assertHeld(ctx.staff, terms.permissions);
    const made = await insertRole(tx, terms);
    const audit = { entityType: 'staff_role', entityId: made, before: null, after: { ...terms } };
    return { audit, receipt: made };
  });
  return toRoleView(await getRole(ctx.db.reader, id));
}

/**
 * Changes what a role of the shop's own is called and may do; whoever has it may do so within seconds. Nobody changes a
 * role that may do more than they.
 * @throws ROLE_NOT_FOUND, PERMISSION_NOT_HELD, NAME_TAKEN, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function changeCustomRole(ctx: StaffContext, input: UpdateRoleInput): Promise<RoleView> {
  const terms = termsOf(input);
  await writeAsStaff(ctx, { operation: 'roles.update', input }, async (tx) => {
    const role = await lockRole(tx, input.id, 'update');
    assertVersion(input.version, role.version);
    assertHeld(ctx.staff, [...role.permissions, ...terms.permissions]);
    await updateRole(tx, role, terms);
    const audit = {
      entityType: 'staff_role',
      entityId: role.id,
      before: { ...termsOf(role) },
      after: { ...terms },
    };
    return { audit, receipt: null };
  });
  return toRoleView(await getRole(ctx.db.reader, input.id));
}

/**
 * Deletes a role that nobody has and no open invitation offers.
 * @throws ROLE_NOT_FOUND, ROLE_IN_USE, PERMISSION_NOT_HELD, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function removeRole(ctx: StaffContext, input: DeleteRoleInput): Promise<null> {
  return writeAsStaff(ctx, { operation: 'roles.delete', input }, async (tx) => {
    const role = await lockRole(tx, input.id, 'update');
    assertVersion(input.version, role.version);
    assertHeld(ctx.staff, role.permissions);
    await deleteRole(tx, role.id, ctx.now());
    const audit = { entityType: 'staff_role', entityId: role.id, before: { ...termsOf(role) }, after: null };
    return { audit, receipt: null };
  });
}

function termsOf({ name, description, permissions }: RoleTerms): RoleTerms {
  return { name, description, permissions };
}

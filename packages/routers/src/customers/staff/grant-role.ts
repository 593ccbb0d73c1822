import type { Transaction } from '@turing/db';
import { isRole, type Permission, ShopError } from '@turing/domain';
import type { StaffActor } from '../identity/actors.ts';
import { builtInGrant, toGrant, type RoleGrant, type StoredRole } from '../roles/role-book.ts';
import { lockRole } from '../roles/role-store.ts';

type Holder = Pick<StaffActor, 'permissions'>;

/**
 * A role as it is now, locked so that it stays so until the end of the transaction.
 * @throws ROLE_NOT_FOUND
 */
export async function readRole(tx: Transaction, stored: StoredRole): Promise<RoleGrant> {
  if (stored.roleId !== null) return toGrant(await lockRole(tx, stored.roleId, 'share'));
  return builtInGrant(stored.role);
}

/**
 * The role somebody chose for another, as it is stored.
 * @throws ROLE_NOT_FOUND, PERMISSION_NOT_HELD when it can do what they cannot
 */
export async function grantRole(
  tx: Transaction,
  holder: Holder,
  choice: string,
): Promise<StoredRole & { readonly name: string }> {
  const stored = isRole(choice) ? { role: choice, roleId: null } : { role: 'custom', roleId: choice };
  const { name, permissions } = await readRole(tx, stored);
  assertHeld(holder, permissions);
  return { ...stored, name };
}

/**
 * Nobody hands on, or takes from another, what they do not hold themselves.
 * @throws PERMISSION_NOT_HELD naming what is missing
 */
export function assertHeld(holder: Holder, permissions: readonly Permission[]): void {
  const missing = permissions.filter((permission) => !holder.permissions.includes(permission));
  if (missing.length > 0) throw new ShopError('PERMISSION_NOT_HELD', { permissions: missing });
}

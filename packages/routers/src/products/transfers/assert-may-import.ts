import { ShopError } from '@turing/domain';
import type { StaffActor } from '../../customers/index.ts';
import { importPermissions, type TransferKind } from './kinds.ts';

/** @throws FORBIDDEN with the permission that the kind takes */
export function assertMayImport(staff: Pick<StaffActor, 'permissions'>, kind: TransferKind): void {
  const permission = importPermissions[kind];
  if (!staff.permissions.includes(permission)) throw new ShopError('FORBIDDEN', { permission });
}

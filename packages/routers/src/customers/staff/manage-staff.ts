import type { Transaction } from '@turing/db';
import { type Permission, ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, type StaffWrite, writeAsStaff } from '../write-as-staff.ts';
import { assertHeld, readRole } from './grant-role.ts';
import { type LockedStaff, lockOwners, lockStaff } from './staff-store.ts';

interface Managed {
  readonly member: LockedStaff;
  /** Nobody else is an active owner. */
  readonly isLastOwner: boolean;
}

type Facts = Record<string, unknown>;

/**
 * One change to a colleague, on the version that was looked at. Nobody manages themselves, nor somebody who may do more
 * than they. Lock order: the key, the active owners by id, the colleague, their role.
 * @throws STAFF_NOT_FOUND, OWN_ACCOUNT, PERMISSION_NOT_HELD, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function manageStaff(
  ctx: StaffContext,
  write: StaffWrite & { readonly input: { readonly id: string; readonly version: number } },
  change: (tx: Transaction, managed: Managed) => Promise<{ readonly before: Facts; readonly after: Facts }>,
): Promise<void> {
  const { id, version } = write.input;
  await writeAsStaff(ctx, write, async (tx) => {
    if (id === ctx.staff.id) throw new ShopError('OWN_ACCOUNT');
    const owners = await lockOwners(tx);
    const member = await lockStaff(tx, id);
    assertVersion(version, member.version);
    assertHeld(ctx.staff, await permissionsNow(tx, member));
    const isLastOwner = owners.length === 1 && owners[0] === id;
    const facts = await change(tx, { member, isLastOwner });
    return { audit: { entityType: 'staff', entityId: id, ...facts }, receipt: null };
  });
}

async function permissionsNow(tx: Transaction, member: LockedStaff): Promise<readonly Permission[]> {
  return (await readRole(tx, member)).permissions;
}

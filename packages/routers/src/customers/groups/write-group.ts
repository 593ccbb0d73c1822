import type { Transaction } from '@turing/db';
import { type Json } from '../../idempotency/idempotency-store.ts';
import { assertVersion, type StaffContext, type StaffWrite, writeAsStaff } from '../write-as-staff.ts';
import { type LockedGroup, lockGroup } from './group-store.ts';

type Facts = Record<string, unknown> | null;

/**
 * One change of one customer group by staff, on the version they looked at. Lock order: the key, then the group.
 * @throws CUSTOMER_GROUP_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function writeGroup<Receipt extends Json>(
  ctx: StaffContext,
  write: StaffWrite & { readonly input: { readonly id: string; readonly version: number } },
  change: (
    tx: Transaction,
    group: LockedGroup,
  ) => Promise<{ readonly before: Facts; readonly after: Facts; readonly receipt: Receipt }>,
): Promise<Receipt> {
  const { id, version } = write.input;
  return writeAsStaff(ctx, write, async (tx) => {
    const group = await lockGroup(tx, id);
    assertVersion(version, group.version);
    const { before, after, receipt } = await change(tx, group);
    return { audit: { entityType: 'customer_group', entityId: id, before, after }, receipt };
  });
}

import { ShopError } from '@turing/domain';
import type { StaffContext } from '../write-as-staff.ts';
import { writeAsStaff } from '../write-as-staff.ts';
import { manageStaff } from './manage-staff.ts';
import type { EndSessionInput, KeyedInput, ManageStaffInput } from './schemas.ts';
import { deleteOtherSessions, deleteSession } from './session-store.ts';
import { endSessions, updateStaff } from './staff-store.ts';

type OwnContext = StaffContext & { readonly staff: { readonly sessionId: string } };

/**
 * Ends one of one's own sessions; it may be answered for another minute.
 * @throws SESSION_NOT_FOUND, IDEMPOTENCY_KEY_REUSED
 */
export async function endOwnSession(ctx: OwnContext, input: EndSessionInput): Promise<null> {
  const staffId = ctx.staff.id;
  return writeAsStaff(ctx, { operation: 'staff.endOwnSession', input }, async (tx) => {
    const found = await deleteSession(tx, { id: input.sessionId, staffId });
    if (!found) throw new ShopError('SESSION_NOT_FOUND', { id: input.sessionId });
    const after = { ended: input.sessionId };
    return { audit: { entityType: 'staff', entityId: staffId, before: null, after }, receipt: null };
  });
}

/**
 * Ends one's own sessions but the one that asks. How many there were.
 * @throws IDEMPOTENCY_KEY_REUSED
 */
export async function endOtherSessions(ctx: OwnContext, input: KeyedInput): Promise<{ ended: number }> {
  const { id: staffId, sessionId: keep } = ctx.staff;
  return writeAsStaff(ctx, { operation: 'staff.endOtherSessions', input }, async (tx) => {
    const ended = await deleteOtherSessions(tx, { keep, staffId });
    const audit = { entityType: 'staff', entityId: staffId, before: null, after: { ended } };
    return { audit, receipt: { ended } };
  });
}

/**
 * Signs a colleague out everywhere and forgets the devices they trusted.
 * @throws STAFF_NOT_FOUND, OWN_ACCOUNT, PERMISSION_NOT_HELD, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function endSessionsOf(ctx: StaffContext, input: ManageStaffInput): Promise<null> {
  await manageStaff(ctx, { operation: 'staff.endSessions', input }, async (tx, { member }) => {
    await endSessions(tx, member.id);
    await updateStaff(tx, member, {});
    return { before: {}, after: { sessions: 'ended' } };
  });
  return null;
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Reader } from '@turing/db';
import { ShopError } from '@turing/domain';
import { hashPassword } from 'better-auth/crypto';
import type { Context } from '../../context.ts';
import { appendAudit } from '../audit-store.ts';
import { assertGoodPassword } from './accept-invitation.ts';
import type { SetUpInput } from './schemas.ts';
import { hasStaff, insertStaff, lockSetUp } from './staff-store.ts';

type SetUpContext = Pick<Context, 'db' | 'now' | 'requestId' | 'address' | 'staffAccess'>;

/** Whether the shop waits for its first owner. */
export async function needsSetUp(reader: Reader): Promise<boolean> {
  return !(await hasStaff(reader));
}

/**
 * Makes the first owner of a shop that has no staff, for whoever knows the set-up secret. Of several at once one succeeds.
 * @throws SET_UP_SECRET_WRONG, SET_UP_ALREADY, PASSWORD_REFUSED with the `fault`
 */
export async function setUpShop(ctx: SetUpContext, input: SetUpInput): Promise<{ email: string }> {
  if (await hasStaff(ctx.db.reader)) throw new ShopError('SET_UP_ALREADY');
  if (!isSame(input.secret.trim(), ctx.staffAccess.setupSecret)) throw new ShopError('SET_UP_SECRET_WRONG');
  const { email, name, password } = input;
  assertGoodPassword(password, email);
  const passwordHash = await hashPassword(password);
  return ctx.db.transaction(async (tx) => {
    await lockSetUp(tx);
    if (await hasStaff(tx)) throw new ShopError('SET_UP_ALREADY');
    const staffId = await insertStaff(tx, { email, name, role: 'owner', roleId: null, passwordHash });
    const { requestId, address } = ctx;
    const what = {
      entityType: 'staff',
      entityId: staffId,
      before: null,
      after: { email, name, role: 'owner' },
    };
    await appendAudit(tx, [{ staffId, tokenId: null, action: 'staff.setUp', requestId, address, ...what }]);
    return { email };
  });
}

// Hashed first: both have one length, and the comparison takes as long for any guess.
function isSame(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

import { isUniqueViolation } from '@turing/db';
import { isShopError, ShopError } from '@turing/domain';
import { hashPassword } from 'better-auth/crypto';
import type { Context } from '../../context.ts';
import { appendAudit } from '../audit-store.ts';
import { findPasswordFault } from '../identity/password-rules.ts';
import { appendSecurityEvent } from '../identity/security-event-store.ts';
import { hashOfToken } from '../secret-hash.ts';
import { findAcceptable, lockInvitation, updateInvitation } from './invitation-store.ts';
import type { AcceptInvitationInput } from './schemas.ts';
import { insertStaff } from './staff-store.ts';
import { toOfferView, type OfferView } from './views.ts';

type AcceptContext = Pick<Context, 'db' | 'now' | 'requestId' | 'address'>;

/**
 * What an invitation offers to whom.
 * @throws INVITATION_INVALID when it was used, withdrawn, is over or never was
 */
export async function viewInvitation(ctx: AcceptContext, token: string): Promise<OfferView> {
  const found = await findAcceptable(ctx.db.reader, hashOfToken(token), ctx.now());
  if (found === null) throw new ShopError('INVITATION_INVALID');
  return toOfferView(found);
}

/**
 * Makes the account the invitation is for, with the name and password of whoever has the link. Once: of two at the same
 * time one is too late.
 * @throws INVITATION_INVALID, PASSWORD_REFUSED with the `fault`
 */
export async function acceptInvitation(
  ctx: AcceptContext,
  { token, name, password }: AcceptInvitationInput,
): Promise<{ email: string }> {
  const { email: offered } = await viewInvitation(ctx, token);
  assertGoodPassword(password, offered);
  const passwordHash = await hashPassword(password);
  return ctx.db.transaction(async (tx) => {
    const invitation = await lockInvitation(tx, { tokenHash: hashOfToken(token) }).catch(asInvalid);
    if (invitation.expiresAt <= ctx.now()) throw new ShopError('INVITATION_INVALID');
    const { id: invitationId, email, role, roleId } = invitation;
    await updateInvitation(tx, invitation, { accepted_at: ctx.now() });
    const staffId = await insertStaff(tx, { email, name, role, roleId, passwordHash }).catch(asInvalid);
    const { requestId, address } = ctx;
    const after = { email, name, role: roleId ?? role, invitationId };
    const what = { entityType: 'staff', entityId: staffId, before: null, after };
    await appendAudit(tx, [
      { staffId, tokenId: null, action: 'staff.acceptInvitation', requestId, address, ...what },
    ]);
    await appendSecurityEvent(tx, { staffId, event: 'invitation-accepted', address });
    return { email };
  });
}

/** @throws PASSWORD_REFUSED */
export function assertGoodPassword(password: string, email: string): void {
  const fault = findPasswordFault(password, email);
  if (fault !== null) throw new ShopError('PASSWORD_REFUSED', { fault });
}

function asInvalid(cause: unknown): never {
  const isGone = isShopError(cause) && cause.code === 'INVITATION_NOT_FOUND';
  throw isGone || isUniqueViolation(cause)
    ? new ShopError('INVITATION_INVALID', undefined, { cause })
    : cause;
}

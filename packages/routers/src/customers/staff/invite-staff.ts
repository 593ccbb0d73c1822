import { randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';
import { hashOfToken } from '../secret-hash.ts';
import { assertVersion, type StaffContext, writeAsStaff } from '../write-as-staff.ts';
import { assertHeld, grantRole, readRole } from './grant-role.ts';
import {
  getInvitation,
  insertInvitation,
  lockInvitation,
  queueStaffLetter,
  updateInvitation,
} from './invitation-store.ts';
import type { InviteInput, ManageInvitationInput } from './schemas.ts';
import { toInvitationView, type InvitationView } from './views.ts';

type InvitingContext = StaffContext &
  Pick<Context, 'staffAccess'> & { readonly staff: { readonly name: string } };

const lifeMs = 7 * 24 * 3_600_000;

/**
 * Invites somebody to work here with a role. The link in the letter works once, for a week.
 * @throws ROLE_NOT_FOUND, PERMISSION_NOT_HELD, STAFF_EMAIL_TAKEN, IDEMPOTENCY_KEY_REUSED
 */
export async function inviteStaff(ctx: InvitingContext, input: InviteInput): Promise<InvitationView> {
  const id = await writeAsStaff(ctx, { operation: 'staff.invite', input }, async (tx) => {
    const { role, roleId, name } = await grantRole(tx, ctx.staff, input.role);
    const link = newLink(ctx);
    const invitation = { email: input.email, role, roleId, invitedBy: ctx.staff.id, ...link.stored };
    const made = await insertInvitation(tx, invitation, ctx.now());
    await queueStaffLetter(tx, link.letter(input.email, name));
    const after = { email: input.email, role: roleId ?? role, roleName: name };
    return { audit: { entityType: 'staff_invitation', entityId: made, before: null, after }, receipt: made };
  });
  return toInvitationView(await getInvitation(ctx.db.reader, id), ctx.now());
}

/**
 * Sends the letter again with a new link, good for another week; the old link is over.
 * @throws INVITATION_NOT_FOUND, PERMISSION_NOT_HELD, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function resendInvitation(ctx: InvitingContext, input: ManageInvitationInput): Promise<null> {
  return writeAsStaff(ctx, { operation: 'staff.resendInvitation', input }, async (tx) => {
    const invitation = await lockInvitation(tx, { id: input.id });
    assertVersion(input.version, invitation.version);
    const role = await readRole(tx, invitation);
    assertHeld(ctx.staff, role.permissions);
    const link = newLink(ctx);
    const { tokenHash, expiresAt } = link.stored;
    await updateInvitation(tx, invitation, { token_hash: tokenHash, expires_at: expiresAt });
    await queueStaffLetter(tx, link.letter(invitation.email, role.name));
    const audit = {
      entityType: 'staff_invitation',
      entityId: invitation.id,
      before: { expiresAt: invitation.expiresAt },
      after: { expiresAt },
    };
    return { audit, receipt: null };
  });
}

/**
 * Withdraws an invitation: its link leads nowhere.
 * @throws INVITATION_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function revokeInvitation(ctx: StaffContext, input: ManageInvitationInput): Promise<null> {
  return writeAsStaff(ctx, { operation: 'staff.revokeInvitation', input }, async (tx) => {
    const invitation = await lockInvitation(tx, { id: input.id });
    assertVersion(input.version, invitation.version);
    await updateInvitation(tx, invitation, { revoked_at: ctx.now() });
    const before = { email: invitation.email, role: invitation.roleId ?? invitation.role };
    const audit = { entityType: 'staff_invitation', entityId: invitation.id, before, after: null };
    return { audit, receipt: null };
  });
}

function newLink(ctx: InvitingContext) {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(ctx.now().getTime() + lifeMs);
  return {
    stored: { tokenHash: hashOfToken(token), expiresAt },
    letter: (to: string, roleName: string) => ({
      template: 'staff-invitation' as const,
      to,
      url: `${ctx.staffAccess.consoleUrl}/accept-invitation#${token}`,
      inviterName: ctx.staff.name,
      roleName,
      expiresAt: expiresAt.toISOString(),
    }),
  };
}

import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { ownStaffProcedure, publicProcedure, router, staffProcedure } from '../../trpc.ts';
import { listSecurityEvents } from '../identity/security-event-store.ts';
import { acceptInvitation, viewInvitation } from './accept-invitation.ts';
import { changeRole } from './change-role.ts';
import { endOtherSessions, endOwnSession, endSessionsOf } from './end-sessions.ts';
import { listInvitations } from './invitation-store.ts';
import { inviteStaff, resendInvitation, revokeInvitation } from './invite-staff.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import {
  acceptInvitationInput,
  changeRoleInput,
  endSessionInput,
  historyInput,
  historySchema,
  invitationSchema,
  invitationTokenSchema,
  inviteInput,
  keyedInput,
  manageInvitationInput,
  manageStaffInput,
  memberSchema,
  offerSchema,
  ownHistoryInput,
  sessionSchema,
  setUpInput,
} from './schemas.ts';
import { listSessions } from './session-store.ts';
import { deactivateStaff, reactivateStaff } from './set-active.ts';
import { needsSetUp, setUpShop } from './set-up-shop.ts';
import { getStaff, listStaff } from './staff-store.ts';
import { toInvitationView, toMemberView } from './views.ts';

const manage = staffProcedure('staff:manage');
const accepted = z.object({ email: z.string() });

export const membersRouter = router({
  list: manage
    .output(z.array(memberSchema))
    .query(async ({ ctx }) => (await listStaff(ctx.db.reader)).map(toMemberView)),
  get: manage
    .input(z.object({ id: idSchema }))
    .output(memberSchema)
    .query(async ({ ctx, input }) => toMemberView(await getStaff(ctx.db.reader, input.id))),
  sessions: manage
    .input(z.object({ id: idSchema }))
    .output(z.array(sessionSchema))
    .query(async ({ ctx, input }) => {
      const sessions = await listSessions(ctx.db.reader, input.id, ctx.now());
      return sessions.map((session) => ({ ...session, isCurrent: session.id === ctx.staff.sessionId }));
    }),
  history: manage
    .input(historyInput)
    .output(historySchema)
    .query(({ ctx, input: { id: staffId, ...page } }) =>
      listSecurityEvents(ctx.db.reader, { staffId, ...page }),
    ),
  changeRole: manage
    .input(changeRoleInput)
    .output(z.null())
    .mutation(({ ctx, input }) => changeRole(ctx, input)),
  deactivate: manage
    .input(manageStaffInput)
    .output(z.null())
    .mutation(({ ctx, input }) => deactivateStaff(ctx, input)),
  reactivate: manage
    .input(manageStaffInput)
    .output(z.null())
    .mutation(({ ctx, input }) => reactivateStaff(ctx, input)),
  resetSecondFactor: manage
    .input(manageStaffInput)
    .output(z.null())
    .mutation(({ ctx, input }) => resetSecondFactor(ctx, input)),
  endSessions: manage
    .input(manageStaffInput)
    .output(z.null())
    .mutation(({ ctx, input }) => endSessionsOf(ctx, input)),
});

export const invitationsRouter = router({
  list: manage
    .output(z.array(invitationSchema))
    .query(async ({ ctx }) =>
      (await listInvitations(ctx.db.reader)).map((row) => toInvitationView(row, ctx.now())),
    ),
  invite: manage
    .input(inviteInput)
    .output(invitationSchema)
    .mutation(({ ctx, input }) => inviteStaff(ctx, input)),
  resend: manage
    .input(manageInvitationInput)
    .output(z.null())
    .mutation(({ ctx, input }) => resendInvitation(ctx, input)),
  revoke: manage
    .input(manageInvitationInput)
    .output(z.null())
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
  /** A mutation, so that the secret travels in a body and in no log of addresses. */
  view: publicProcedure
    .meta({ access: 'public', limit: 'sign_in' })
    .input(z.object({ token: invitationTokenSchema }))
    .output(offerSchema)
    .mutation(({ ctx, input }) => viewInvitation(ctx, input.token)),
  accept: publicProcedure
    .meta({ access: 'public', limit: 'sign_in' })
    .input(acceptInvitationInput)
    .output(accepted)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
});

export const setUpRouter = router({
  /** Whether the shop waits for its first owner. */
  needed: publicProcedure.output(z.boolean()).query(({ ctx }) => needsSetUp(ctx.db.reader)),
  createOwner: publicProcedure
    .meta({ access: 'public', limit: 'sign_in' })
    .input(setUpInput)
    .output(accepted)
    .mutation(({ ctx, input }) => setUpShop(ctx, input)),
});

/** What everybody may see and end of their own. */
export const ownAccountRouter = router({
  sessions: ownStaffProcedure.output(z.array(sessionSchema)).query(async ({ ctx }) => {
    const sessions = await listSessions(ctx.db.reader, ctx.staff.id, ctx.now());
    return sessions.map((session) => ({ ...session, isCurrent: session.id === ctx.staff.sessionId }));
  }),
  history: ownStaffProcedure
    .input(ownHistoryInput)
    .output(historySchema)
    .query(({ ctx, input }) => listSecurityEvents(ctx.db.reader, { staffId: ctx.staff.id, ...input })),
  endSession: ownStaffProcedure
    .input(endSessionInput)
    .output(z.null())
    .mutation(({ ctx, input }) => endOwnSession(ctx, input)),
  endOtherSessions: ownStaffProcedure
    .input(keyedInput)
    .output(z.object({ ended: z.number().int() }))
    .mutation(({ ctx, input }) => endOtherSessions(ctx, input)),
});

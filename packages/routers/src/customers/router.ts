import { z } from 'zod';
import { publicProcedure, router } from '../trpc.ts';
import { accountsRouter } from './accounts/router.ts';
import { addressesRouter } from './addresses/router.ts';
import { auditRouter } from './audit/router.ts';
import { consentRouter } from './consent/router.ts';
import { groupsRouter } from './groups/router.ts';
import { notesRouter } from './notes/router.ts';
import { privacyRouter, staffPrivacyRouter } from './privacy/router.ts';
import { profileRouter } from './profile/router.ts';
import { rolesRouter } from './roles/router.ts';
import { customerViewSchema, signInProviderSchema, staffViewSchema } from './schemas.ts';
import { invitationsRouter, membersRouter, ownAccountRouter, setUpRouter } from './staff/router.ts';
import { tokensRouter } from './tokens/router.ts';

export const customersRouter = router({
  /** The signed-in customer, or null. */
  me: publicProcedure.output(customerViewSchema.nullable()).query(({ ctx }) => ctx.findCustomer()),

  profile: profileRouter,
  addresses: addressesRouter,
  consent: consentRouter,
  privacy: privacyRouter,

  /** Who else may say who a customer is. */
  signInProviders: publicProcedure
    .output(z.array(signInProviderSchema))
    .query(({ ctx }) => [...ctx.signInProviders]),

  staff: router({
    accounts: accountsRouter,
    notes: notesRouter,
    privacy: staffPrivacyRouter,
    groups: groupsRouter,
    setUp: setUpRouter,
    own: ownAccountRouter,
    members: membersRouter,
    invitations: invitationsRouter,
    roles: rolesRouter,
    tokens: tokensRouter,
    audit: auditRouter,
    /** The signed-in member of staff and what they may do, or null. */
    me: publicProcedure.output(staffViewSchema.nullable()).query(async ({ ctx }) => {
      const staff = await ctx.findStaff();
      return staff && { ...staff, permissions: [...staff.permissions] };
    }),
  }),
});

import { customerProcedure, router } from '../../trpc.ts';
import { getProfile } from '../profile/profile-store.ts';
import { listConsentRecords } from './consent-store.ts';
import { consentSchema, setConsentInput } from './schemas.ts';
import { setConsent } from './set-consent.ts';

export const consentRouter = router({
  /** Whether the customer wants marketing e-mail, and each time they said so. */
  get: customerProcedure.output(consentSchema).query(async ({ ctx }) => {
    const { id } = ctx.customer;
    const [profile, records] = await Promise.all([
      getProfile(ctx.db.reader, id),
      listConsentRecords(ctx.db.reader, id),
    ]);
    return { granted: profile.marketingConsent, records };
  }),
  set: customerProcedure
    .input(setConsentInput)
    .output(consentSchema)
    .mutation(({ ctx, input }) => setConsent(ctx, input)),
});

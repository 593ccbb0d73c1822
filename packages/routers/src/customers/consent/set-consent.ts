import { marketingConsentWording } from '@turing/domain';
import type { CustomerContext } from '../customer-context.ts';
import { lockCustomer } from '../customer-store.ts';
import { listConsentRecords, recordConsent } from './consent-store.ts';
import type { Consent, SetConsentInput } from './schemas.ts';

/**
 * Takes a customer's yes or no to marketing e-mail, with a record of when, to which words and from where. What is so
 * already leaves no second record.
 * @throws CUSTOMER_NOT_FOUND
 */
export async function setConsent(ctx: CustomerContext, input: SetConsentInput): Promise<Consent> {
  const { id } = ctx.customer;
  await ctx.db.transaction(async (tx) => {
    const { marketingConsent } = await lockCustomer(tx, id);
    if (marketingConsent === input.granted) return;
    await recordConsent(tx, {
      customerId: id,
      ...input,
      wording: marketingConsentWording,
      ipAddress: ctx.address,
      now: ctx.now(),
    });
  });
  return { granted: input.granted, records: await listConsentRecords(ctx.db.reader, id) };
}

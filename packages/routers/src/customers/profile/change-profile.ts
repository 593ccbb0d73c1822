import type { CustomerContext } from '../customer-context.ts';
import { getProfile, updateProfile } from './profile-store.ts';
import type { Profile, UpdateProfileInput } from './schemas.ts';

/**
 * Changes a customer's name and telephone number. The last writer wins: both are the customer's own words.
 * @throws CUSTOMER_NOT_FOUND
 */
export async function changeProfile(ctx: CustomerContext, input: UpdateProfileInput): Promise<Profile> {
  const { id } = ctx.customer;
  await ctx.db.transaction((tx) => updateProfile(tx, { ...input, id, now: ctx.now() }));
  return getProfile(ctx.db.reader, id);
}

import type { StaffContext } from '../write-as-staff.ts';
import { updateAccount } from './account-store.ts';
import type { SetTagsInput, Version } from './schemas.ts';
import { writeAccount } from './write-account.ts';

/**
 * Replaces the tags of a customer.
 * @throws CUSTOMER_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function setTags(ctx: StaffContext, input: SetTagsInput): Promise<Version> {
  return writeAccount(ctx, { operation: 'customers.setTags', input }, async (tx, customer) => {
    const tags = [...new Set(input.tags)].toSorted();
    await updateAccount(tx, customer, { tags });
    return { before: { tags: customer.tags }, after: { tags } };
  });
}

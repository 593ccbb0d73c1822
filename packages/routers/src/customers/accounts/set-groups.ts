import type { StaffContext } from '../write-as-staff.ts';
import { changeGroups, listGroupIds, updateAccount } from './account-store.ts';
import type { SetGroupsInput, Version } from './schemas.ts';
import { writeAccount } from './write-account.ts';

/**
 * Says which groups a customer is in. Their prices follow at once.
 * @throws CUSTOMER_NOT_FOUND, CUSTOMER_GROUP_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function setGroups(ctx: StaffContext, input: SetGroupsInput): Promise<Version> {
  return writeAccount(ctx, { operation: 'customers.setGroups', input }, async (tx, customer) => {
    const before = await listGroupIds(tx, customer.id);
    const after = [...new Set(input.groupIds)].toSorted();
    await changeGroups(tx, customer.id, {
      joined: after.filter((id) => !before.includes(id)),
      left: before.filter((id) => !after.includes(id)),
    });
    await updateAccount(tx, customer);
    return { before: { groupIds: before }, after: { groupIds: after } };
  });
}

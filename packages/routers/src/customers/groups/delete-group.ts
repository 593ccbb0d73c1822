import type { StaffContext } from '../write-as-staff.ts';
import { deleteGroup } from './group-store.ts';
import type { DeleteGroupInput } from './schemas.ts';
import { writeGroup } from './write-group.ts';

/**
 * Deletes a customer group that no price list is for. Its members stay customers.
 * @throws CUSTOMER_GROUP_NOT_FOUND, CUSTOMER_GROUP_IN_USE, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function removeGroup(ctx: StaffContext, input: DeleteGroupInput): Promise<null> {
  return writeGroup(ctx, { operation: 'groups.delete', input }, async (tx, group) => {
    await deleteGroup(tx, group.id);
    return { before: { code: group.code, name: group.name }, after: null, receipt: null };
  });
}

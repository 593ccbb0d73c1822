import type { StaffContext } from '../write-as-staff.ts';
import { getGroup, updateGroup } from './group-store.ts';
import type { CustomerGroup, UpdateGroupInput } from './schemas.ts';
import { writeGroup } from './write-group.ts';

/**
 * Renames a customer group.
 * @throws CUSTOMER_GROUP_NOT_FOUND, CODE_TAKEN, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function renameGroup(ctx: StaffContext, input: UpdateGroupInput): Promise<CustomerGroup> {
  const { code, name } = input;
  await writeGroup(ctx, { operation: 'groups.update', input }, async (tx, group) => {
    await updateGroup(tx, group, { code, name });
    return { before: { code: group.code, name: group.name }, after: { code, name }, receipt: null };
  });
  return getGroup(ctx.db.reader, input.id);
}

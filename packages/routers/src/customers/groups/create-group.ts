import { type StaffContext, writeAsStaff } from '../write-as-staff.ts';
import { getGroup, insertGroup } from './group-store.ts';
import type { CreateGroupInput, CustomerGroup } from './schemas.ts';

/**
 * Makes a customer group without members.
 * @throws CODE_TAKEN, IDEMPOTENCY_KEY_REUSED
 */
export async function createGroup(ctx: StaffContext, input: CreateGroupInput): Promise<CustomerGroup> {
  const { code, name } = input;
  const id = await writeAsStaff(ctx, { operation: 'groups.create', input }, async (tx) => {
    const made = await insertGroup(tx, { code, name });
    const audit = { entityType: 'customer_group', entityId: made, before: null, after: { code, name } };
    return { audit, receipt: made };
  });
  return getGroup(ctx.db.reader, id);
}

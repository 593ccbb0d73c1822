import type { StaffContext } from '../write-as-staff.ts';
import { updateGroup } from './group-store.ts';
import { addToGroup, findByEmail, removeFromGroup } from './member-store.ts';
import type { AddedMembers, AddMembersInput, RemovedMembers, RemoveMembersInput } from './schemas.ts';
import { writeGroup } from './write-group.ts';

/**
 * Puts customers into a group by their e-mail addresses and says which addresses no customer has.
 * @throws CUSTOMER_GROUP_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function addMembers(ctx: StaffContext, input: AddMembersInput): Promise<AddedMembers> {
  return writeGroup(ctx, { operation: 'groups.addMembers', input }, async (tx, group) => {
    const emails = [...new Set(input.emails)];
    const known = await findByEmail(tx, emails);
    const added = await addToGroup(tx, group.id, [...known.values()]);
    await updateGroup(tx, group);
    return {
      before: null,
      after: { added },
      receipt: {
        version: group.version + 1,
        added: added.length,
        unknown: emails.filter((email) => !known.has(email)),
      },
    };
  });
}

/**
 * Takes customers out of a group. Their carts are at everybody's prices from then on.
 * @throws CUSTOMER_GROUP_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function removeMembers(ctx: StaffContext, input: RemoveMembersInput): Promise<RemovedMembers> {
  return writeGroup(ctx, { operation: 'groups.removeMembers', input }, async (tx, group) => {
    const removed = await removeFromGroup(tx, group.id, input.customerIds);
    await updateGroup(tx, group);
    return {
      before: { removed },
      after: null,
      receipt: { version: group.version + 1, removed: removed.length },
    };
  });
}

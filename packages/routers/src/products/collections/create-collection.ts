import { type StaffContext, writeAsStaff } from '../../customers/index.ts';
import { slugOf } from '../categories/create-category.ts';
import { insertCollection } from './collection-store.ts';
import { writeMembers } from './membership-store.ts';
import type { CreateCollectionInput, StaffCollection } from './schemas.ts';
import { getStaffCollection } from './staff-collections-store.ts';

/**
 * A new collection, hidden; with rules it has its members at once.
 * @throws SLUG_TAKEN, INPUT_INVALID when no slug can be made of the name, IDEMPOTENCY_KEY_REUSED
 */
export async function createCollection(
  ctx: StaffContext,
  input: CreateCollectionInput,
): Promise<StaffCollection> {
  const id = await writeAsStaff(ctx, { operation: 'collections.create', input }, async (tx) => {
    const slug = input.slug ?? slugOf(input.name);
    const sort = input.sort ?? (input.kind === 'manual' ? 'manual' : 'featured');
    const { name, kind, rules } = input;
    const entityId = await insertCollection(tx, { ...input, slug, sort });
    if (rules !== null) await writeMembers(tx, { id: entityId, rules });
    const after = { name, slug, kind, rules, sort };
    return { audit: { entityType: 'collection', entityId, before: null, after }, receipt: entityId };
  });
  return getStaffCollection(ctx.db, id);
}

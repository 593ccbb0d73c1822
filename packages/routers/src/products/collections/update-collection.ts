import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { updateCollectionRow } from './collection-store.ts';
import { writeMembers } from './membership-store.ts';
import type { StaffCollection, UpdateCollectionInput } from './schemas.ts';
import { writeCollection } from './write-collection.ts';

/**
 * Changes what is said of a collection, or its rules: then its members are those of the new rules when this returns.
 * Its old address redirects.
 * @throws COLLECTION_NOT_FOUND, SLUG_TAKEN, INPUT_INVALID for rules of one that is picked by hand or an order of one
 * that is not, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function updateCollection(
  ctx: StaffContext,
  input: UpdateCollectionInput,
): Promise<StaffCollection> {
  const { id, changes } = input;
  return writeCollection(ctx, { operation: 'collections.update', input }, async (tx, collection) => {
    const { name, slug, description, sort, seoTitle, seoDescription, imageKey, rules, kind } = collection;
    if (kind === 'manual' ? changes.rules !== undefined : changes.sort === 'manual') {
      throw new ShopError('INPUT_INVALID', { kind });
    }
    await updateCollectionRow(tx, id, changes);
    if (changes.rules !== undefined) await writeMembers(tx, { id, rules: changes.rules });
    const before = { name, slug, description, sort, seoTitle, seoDescription, imageKey, rules };
    return { before, after: changes };
  });
}

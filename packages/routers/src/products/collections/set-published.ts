import type { StaffContext } from '../../customers/index.ts';
import { updateCollectionRow } from './collection-store.ts';
import type { SetPublishedInput, StaffCollection } from './schemas.ts';
import { writeCollection } from './write-collection.ts';

/**
 * Shows a collection to shoppers, or hides it.
 * @throws COLLECTION_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function setPublished(ctx: StaffContext, input: SetPublishedInput): Promise<StaffCollection> {
  const { published } = input;
  return writeCollection(ctx, { operation: 'collections.setPublished', input }, async (tx, collection) => {
    await updateCollectionRow(tx, collection.id, { published });
    return { before: { published: collection.published }, after: { published } };
  });
}

import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { assertVersion, type StaffContext, writeAsStaff } from '../../customers/index.ts';
import type { EditInput } from '../categories/schemas.ts';
import { lockCollection, type LockedCollection, updateCollectionRow } from './collection-store.ts';
import type { StaffCollection } from './schemas.ts';
import { getStaffCollection } from './staff-collections-store.ts';

interface Change {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

interface CollectionWrite {
  readonly operation: string;
  readonly input: EditInput;
}

/**
 * One change of one collection, on the version somebody looked at. Lock order: idempotency record, collection, then
 * what `change` locks.
 * @throws COLLECTION_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function writeCollection(
  ctx: StaffContext,
  { operation, input }: CollectionWrite,
  change: (tx: Transaction, collection: LockedCollection) => Promise<Change>,
): Promise<StaffCollection> {
  const { id } = input;
  await writeAsStaff(ctx, { operation, input }, async (tx) => {
    const collection = await lockCollection(tx, id);
    assertVersion(input.version, collection.version);
    const { before, after } = await change(tx, collection);
    return { audit: { entityType: 'collection', entityId: id, before, after }, receipt: null };
  });
  return getStaffCollection(ctx.db, id);
}

/**
 * One change of the products that were picked for a collection.
 * @throws COLLECTION_NOT_FOUND, COLLECTION_RULED, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function writePicked(
  ctx: StaffContext,
  write: CollectionWrite,
  change: (tx: Transaction) => Promise<Change>,
): Promise<StaffCollection> {
  return writeCollection(ctx, write, async (tx, { id, kind }) => {
    if (kind === 'rules') throw new ShopError('COLLECTION_RULED', { id });
    const changed = await change(tx);
    await updateCollectionRow(tx, id);
    return changed;
  });
}

import { assertVersion, type StaffContext, writeAsStaff } from '../../../customers/index.ts';
import type { DeleteSynonymInput } from './schemas.ts';
import { deleteSynonymRow, lockSynonym } from './synonym-store.ts';

/**
 * Takes synonyms away. The next search does without.
 * @throws SYNONYM_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function deleteSynonym(ctx: StaffContext, input: DeleteSynonymInput): Promise<{ id: string }> {
  const { id } = input;
  return writeAsStaff(ctx, { operation: 'synonyms.delete', input }, async (tx) => {
    const { term, words, version } = await lockSynonym(tx, id);
    assertVersion(input.version, version);
    await deleteSynonymRow(tx, id);
    const before = { term, words };
    return { audit: { entityType: 'synonym', entityId: id, before, after: null }, receipt: { id } };
  });
}

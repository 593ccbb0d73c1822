import { assertVersion, type StaffContext, writeAsStaff } from '../../../customers/index.ts';
import type { Synonym, UpdateSynonymInput } from './schemas.ts';
import { getSynonym, lockSynonym, writeSynonym } from './synonym-store.ts';

/**
 * Changes what means the same. The next search knows.
 * @throws SYNONYM_NOT_FOUND, VERSION_CONFLICT with both versions, IDEMPOTENCY_KEY_REUSED
 */
export async function updateSynonym(ctx: StaffContext, input: UpdateSynonymInput): Promise<Synonym> {
  const { id, synonym } = input;
  await writeAsStaff(ctx, { operation: 'synonyms.update', input }, async (tx) => {
    const { term, words, version } = await lockSynonym(tx, id);
    assertVersion(input.version, version);
    await writeSynonym(tx, id, synonym);
    const before = { term, words };
    return { audit: { entityType: 'synonym', entityId: id, before, after: synonym }, receipt: null };
  });
  return getSynonym(ctx.db, id);
}

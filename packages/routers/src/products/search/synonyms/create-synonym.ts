import { type StaffContext, writeAsStaff } from '../../../customers/index.ts';
import type { CreateSynonymInput, Synonym } from './schemas.ts';
import { getSynonym, insertSynonym } from './synonym-store.ts';

/**
 * Adds words that mean the same, or that a term also finds. The next search knows them.
 * @throws IDEMPOTENCY_KEY_REUSED
 */
export async function createSynonym(ctx: StaffContext, input: CreateSynonymInput): Promise<Synonym> {
  const id = await writeAsStaff(ctx, { operation: 'synonyms.create', input }, async (tx) => {
    const created = await insertSynonym(tx, input.synonym);
    return {
      audit: { entityType: 'synonym', entityId: created, before: null, after: input.synonym },
      receipt: created,
    };
  });
  return getSynonym(ctx.db, id);
}

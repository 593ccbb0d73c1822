import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { refuseTaken } from '../taken-store.ts';
import { assertGroup } from './create-price-list.ts';
import { getPriceList } from './get-price-list.ts';
import { updatePriceList } from './list-store.ts';
import type { PriceList, UpdatePriceListInput } from './schemas.ts';
import { queueRefreshes, writePriceList } from './write-price-list.ts';

/**
 * Changes what a list is called, what it does, for whom and when. Prices of a live list follow at once.
 * @throws PRICE_LIST_NOT_FOUND, NAME_TAKEN, CUSTOMER_GROUP_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function updatePriceListTerms(
  ctx: StaffContext,
  input: UpdatePriceListInput,
): Promise<PriceList> {
  const { id, version: _version, idempotencyKey: _key, ...terms } = input;
  await writePriceList(ctx, { operation: 'priceLists.update', input }, async (tx, list) => {
    await assertGroup(tx, terms);
    const taken = new ShopError('NAME_TAKEN', { name: terms.name });
    await refuseTaken(updatePriceList(tx, list, { terms, now: ctx.now() }), taken);
    await queueRefreshes(tx, input, ctx.now());
    const { name, kind, priority, groupId, startsAt, endsAt } = list;
    const before = { name, kind, priority, groupId, startsAt, endsAt };
    return { before, after: { ...terms }, receipt: {} };
  });
  return getPriceList(ctx, id);
}

import type { StaffContext } from '../../customers/index.ts';
import { getPriceList } from './get-price-list.ts';
import { updatePriceList } from './list-store.ts';
import type { ActivatePriceListInput, PriceList } from './schemas.ts';
import { queueRefreshes, writePriceList } from './write-price-list.ts';

/**
 * Switches a list on, so that it is live from its start until its end, or off.
 * @throws PRICE_LIST_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function activatePriceList(
  ctx: StaffContext,
  input: ActivatePriceListInput,
): Promise<PriceList> {
  const { id, active } = input;
  await writePriceList(ctx, { operation: 'priceLists.activate', input }, async (tx, list) => {
    await updatePriceList(tx, list, { active, now: ctx.now() });
    await queueRefreshes(tx, list, ctx.now());
    return { before: { active: list.active }, after: { active }, receipt: {} };
  });
  return getPriceList(ctx, id);
}

import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { deletePriceList } from './list-store.ts';
import type { DeletePriceListInput } from './schemas.ts';
import { writePriceList } from './write-price-list.ts';

/**
 * Deletes a list that is switched off, with its prices.
 * @throws PRICE_LIST_NOT_FOUND, PRICE_LIST_ACTIVE while it is on or its switching off is still being carried out,
 * VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function removePriceList(ctx: StaffContext, input: DeletePriceListInput): Promise<null> {
  await writePriceList(ctx, { operation: 'priceLists.delete', input }, async (tx, list) => {
    if (list.active || list.refreshedAt.getTime() === 0)
      throw new ShopError('PRICE_LIST_ACTIVE', { id: list.id });
    await deletePriceList(tx, list.id);
    return { before: { ...list }, after: null, receipt: {} };
  });
  return null;
}

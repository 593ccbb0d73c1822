import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { findPriceList, listOverlaps } from './list-store.ts';
import type { PriceList } from './schemas.ts';

/**
 * A price list with the other lists that price the same variants at the same time.
 * @throws PRICE_LIST_NOT_FOUND
 */
export async function getPriceList(ctx: Pick<StaffContext, 'db' | 'now'>, id: string): Promise<PriceList> {
  const at = ctx.now();
  const list = await findPriceList(ctx.db.reader, id, at);
  if (list === null) throw new ShopError('PRICE_LIST_NOT_FOUND', { id });
  return { ...list, overlaps: await listOverlaps(ctx.db.reader, list, at) };
}

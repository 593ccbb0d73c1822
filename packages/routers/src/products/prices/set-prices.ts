import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { updatePriceList } from './list-store.ts';
import type { PriceWrite, SetPricesInput } from './price-schemas.ts';
import { lockVariants, readPrices, writePrices } from './prices-store.ts';
import { queueRefreshes, writePriceList } from './write-price-list.ts';

/**
 * Sets and takes away prices of a list, up to 1,000 at once, all or none. Counts what really changed.
 * @throws PRICE_LIST_NOT_FOUND, VARIANT_NOT_FOUND with the ids, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function setPrices(ctx: StaffContext, input: SetPricesInput): Promise<PriceWrite> {
  return writePriceList(ctx, { operation: 'priceLists.setPrices', input }, async (tx, list) => {
    const missing = await lockVariants(
      tx,
      input.rows.map(({ variantId }) => variantId),
    );
    if (missing.length > 0) throw new ShopError('VARIANT_NOT_FOUND', { variantIds: missing.slice(0, 20) });
    const amounts = await readPrices(tx, list.id, input.rows);
    const changes = input.rows.flatMap((row, index) => {
      const before = amounts[index] ?? null;
      return before === row.amountMinor ? [] : [{ row, before }];
    });
    await writePrices(
      tx,
      list.id,
      changes.map(({ row }) => row),
    );
    await updatePriceList(tx, list, { now: ctx.now() });
    await queueRefreshes(tx, list, ctx.now());
    const deleted = changes.filter(({ row }) => row.amountMinor === null).length;
    return {
      before: { prices: changes.map(({ row, before }) => ({ ...row, amountMinor: before })) },
      after: { prices: changes.map(({ row }) => row) },
      receipt: { version: list.version + 1, written: changes.length - deleted, deleted },
    };
  });
}

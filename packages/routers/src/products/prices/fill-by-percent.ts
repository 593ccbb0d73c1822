import type { Database, Reader } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { findPriceList, updatePriceList } from './list-store.ts';
import { fillPrices, previewPercent, targetExists } from './percent-store.ts';
import type {
  FillByPercentInput,
  PercentPreview,
  PercentTerms,
  PreviewPercentInput,
  PriceWrite,
} from './price-schemas.ts';
import { queueRefreshes, writePriceList } from './write-price-list.ts';

async function assertTarget(reader: Reader, terms: PercentTerms): Promise<void> {
  if (await targetExists(reader, terms)) return;
  throw new ShopError(terms.target.kind === 'category' ? 'CATEGORY_NOT_FOUND' : 'COLLECTION_NOT_FOUND');
}

/**
 * Puts prices on a list for many products: their base prices less a rate, in some currencies, rounded down to an ending
 * that is wanted. Prices that the list has of them are replaced. Set-based: one statement per currency.
 * @throws PRICE_LIST_NOT_FOUND, CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function fillByPercent(ctx: StaffContext, input: FillByPercentInput): Promise<PriceWrite> {
  return writePriceList(ctx, { operation: 'priceLists.fillByPercent', input }, async (tx, list) => {
    const { target, ratePpm, rounding } = input;
    const currencies = [...new Set(input.currencies)];
    await assertTarget(tx, input);
    let written = 0;
    for (const currency of currencies) written += await fillPrices(tx, list.id, { ...input, currency });
    await updatePriceList(tx, list, { now: ctx.now() });
    await queueRefreshes(tx, list, ctx.now());
    return {
      before: null,
      after: { target, ratePpm, rounding, currencies, written },
      receipt: { version: list.version + 1, written, deleted: 0 },
    };
  });
}

/**
 * What `fillByPercent` would write, without writing it.
 * @throws PRICE_LIST_NOT_FOUND, CATEGORY_NOT_FOUND, COLLECTION_NOT_FOUND
 */
export async function previewFill(
  ctx: { readonly db: Database; readonly now: () => Date },
  input: PreviewPercentInput,
): Promise<PercentPreview> {
  const { id } = input;
  if ((await findPriceList(ctx.db.reader, id, ctx.now())) === null)
    throw new ShopError('PRICE_LIST_NOT_FOUND', { id });
  await assertTarget(ctx.db.reader, input);
  return previewPercent(ctx.db.reader, id, { ...input, currencies: [...new Set(input.currencies)] });
}

import type { Database, Reader } from '@turing/db';
import { ShopError } from '@turing/domain';
import { loadPricedDraft } from '../drafts/price-draft.ts';
import { getBuyer } from './exchange-store.ts';
import { getOrderIdOfReturn } from './return-store.ts';
import type { ExchangeLine, ExchangePreview, PreviewExchangeInput } from './schemas.ts';

/** What the order of an exchange holds: sent for nothing to where the first went. */
export async function exchangeContent(reader: Reader, orderId: string, lines: readonly ExchangeLine[]) {
  const { customerId, email, currency, address } = await getBuyer(reader, orderId);
  return {
    customerId,
    email,
    currency,
    address,
    shippingMethod: null,
    shippingMinor: 0,
    discountMinor: 0,
    note: null,
    lines: lines.map((line) => ({ ...line, unitPriceMinor: null })),
  };
}

/**
 * What the new things of an exchange cost today.
 * @throws RETURN_NOT_FOUND, VARIANT_NOT_FOUND, EXCHANGE_NOT_POSSIBLE for what is not sold in the order's currency
 */
export async function previewExchange(
  { db, now }: { readonly db: Pick<Database, 'reader'>; readonly now: () => Date },
  input: PreviewExchangeInput,
): Promise<ExchangePreview> {
  const orderId = await getOrderIdOfReturn(db.reader, input.id);
  const content = await exchangeContent(db.reader, orderId, input.lines);
  const { priced, items, missing } = await loadPricedDraft(db.reader, content, now());
  if (priced === null || missing.length > 0) throw new ShopError('EXCHANGE_NOT_POSSIBLE', { missing });
  return {
    totalMinor: priced.totalMinor,
    lines: items.map(({ item, line }, index) => ({
      variantId: item.variantId,
      name: [item.productName, item.variantName].filter(Boolean).join(', '),
      quantity: line.quantity,
      totalMinor: priced.lines[index]?.totalMinor ?? 0,
      available: item.available,
    })),
  };
}

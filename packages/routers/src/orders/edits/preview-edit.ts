import type { Database } from '@turing/db';
import { planSettlement } from '@turing/domain';
import { imageOf } from '../../products/index.ts';
import { selectPayments } from '../money/payment-store.ts';
import { listLineRows } from '../order-read-store.ts';
import { loadPricedEdit, type PricedEdit } from './price-edit.ts';
import type { EditChanges, EditPreview } from './schemas.ts';

/**
 * What a change would make of an order and its money. Writes nothing.
 * @throws as `loadPricedEdit`
 */
export async function previewEdit(db: Database, changes: EditChanges, now: Date): Promise<EditPreview> {
  const edit = await loadPricedEdit(db.reader, changes, now);
  const { order, priced } = edit;
  const payments = await selectPayments(db.reader)
    .where('order_id', '=', order.id)
    .orderBy('purpose')
    .orderBy('id')
    .execute();
  const differenceMinor = priced.totalMinor - order.totalMinor;
  const { change, chargeMinor, refundMinor } = planSettlement(differenceMinor, payments);
  const openChangeMinor = change.reduce(
    (sum, { id, amountMinor }) =>
      sum + amountMinor - (payments.find((payment) => payment.id === id)?.amountMinor ?? 0),
    0,
  );
  return {
    before: sumsOf(order),
    after: sumsOf(priced),
    taxInclusive: priced.taxInclusive,
    lines: viewLines(edit, await imagesOf(db, order.id)),
    chargeMinor,
    refundMinor,
    openChangeMinor,
  };
}

/** The sums of an order, before or after. */
export function sumsOf(sums: EditPreview['before']): EditPreview['before'] {
  const { subtotalMinor, discountMinor, shippingMinor, taxMinor, totalMinor } = sums;
  return { subtotalMinor, discountMinor, shippingMinor, taxMinor, totalMinor };
}

type Image = EditPreview['lines'][number]['image'];

async function imagesOf(db: Database, orderId: string): Promise<ReadonlyMap<string, Image>> {
  const rows = await listLineRows(db.reader, orderId);
  return new Map(
    rows.map(({ id, image_key: key, alt, colour, width, height }) => {
      const drawn = key !== null && alt !== null && colour !== null && width !== null && height !== null;
      return [id, drawn ? imageOf({ key, alt, colour, width, height }) : null];
    }),
  );
}

function viewLines({ kept, priced }: PricedEdit, images: ReadonlyMap<string, Image>): EditPreview['lines'] {
  return kept.map(({ line, item }, index) => {
    const { sku, productName, variantName, variantId } = line ?? item;
    const { quantity = 0, unitPriceMinor = 0, discountMinor = 0, totalMinor = 0 } = priced.lines[index] ?? {};
    return {
      orderLineId: line?.id ?? null,
      variantId,
      sku,
      productName,
      variantName,
      image: line === null ? item.image : (images.get(line.id) ?? null),
      quantity,
      wasQuantity: line?.quantity ?? 0,
      unitPriceMinor,
      discountMinor,
      totalMinor,
    };
  });
}

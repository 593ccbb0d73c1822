import type { Reader } from '@turing/db';
import {
  type EditPricing,
  normalisePostalCode,
  priceEdit,
  ShopError,
  tableTax,
  type TaxOf,
} from '@turing/domain';
import { loadPurchasables } from '../../products/index.ts';
import { findTerms } from '../checkout-store.ts';
import { composeEdit, type ComposedEdit } from './compose-edit.ts';
import { type EditableOrder, loadEditable } from './editable-store.ts';
import type { EditChanges } from './schemas.ts';

export interface PricedEdit extends ComposedEdit {
  readonly order: EditableOrder;
  readonly priced: EditPricing;
}

/**
 * What an order would be after a change: added goods at today's prices or those of staff, the tax by the rates of the day it
 * was placed.
 * @throws ORDER_NOT_FOUND, ORDER_NOT_EDITABLE with a `reason`, VARIANT_NOT_FOUND, PRICE_UNAVAILABLE, INPUT_INVALID
 */
export async function loadPricedEdit(reader: Reader, changes: EditChanges, now: Date): Promise<PricedEdit> {
  const order = await loadEditable(reader, changes.id);
  if (order.status !== 'confirmed') throw new ShopError('ORDER_NOT_EDITABLE', { reason: order.status });
  const items = await loadPurchasables(
    reader,
    changes.added.map(({ variantId }) => variantId),
    { currency: order.currency, customerId: order.customerId, at: now },
  );
  const composed = composeEdit(order, changes, items);
  const priced = priceEdit({
    lines: composed.kept,
    shippingMinor: changes.shippingMinor ?? order.shippingMinor,
    extraDiscountMinor: changes.extraDiscountMinor,
    tax: await findTaxAtPlacing(reader, order),
  });
  return { ...composed, order, priced };
}

async function findTaxAtPlacing(reader: Reader, order: EditableOrder): Promise<TaxOf> {
  const { country, currency, placedAt, taxInclusive: inclusive } = order;
  const region = order.address?.region ?? null;
  const postalCode = normalisePostalCode(order.address?.postalCode ?? '');
  const { rates } = await findTerms(reader, {
    country,
    region,
    postalCode,
    currency,
    at: placedAt,
    variantIds: [],
    quantities: [],
  });
  return tableTax(rates, { country, region, inclusive });
}

import type { Reader } from '@turing/db';
import { type EditPricing, normalisePostalCode, priceEdit, ShopError, tableTax } from '@turing/domain';
import { loadPurchasables, type Purchasable } from '../../products/index.ts';
import { showsTax } from '../checkout-pricing.ts';
import { findTerms, type PlaceTerms } from '../checkout-store.ts';
import { offersOf, type ShippingOffer } from '../shipping/offers.ts';
import type { DraftContent, DraftPreview } from './schemas.ts';

export interface DraftItem {
  readonly line: DraftContent['lines'][number];
  readonly item: Purchasable;
  readonly unitPriceMinor: number;
}

export interface PricedDraft {
  readonly content: DraftContent;
  readonly items: readonly DraftItem[];
  readonly offers: readonly ShippingOffer[];
  readonly offer: Pick<ShippingOffer, 'code' | 'name'> | null;
  /** Null while nothing is in it. */
  readonly priced: EditPricing | null;
  readonly missing: DraftPreview['missing'];
}

/**
 * What a draft costs now: its goods at staff's prices or today's, less staff's discount, sent and taxed like any order.
 * @throws VARIANT_NOT_FOUND, ORDER_NOT_EDITABLE for a gift card, INPUT_INVALID for a discount above the goods
 */
export async function loadPricedDraft(
  reader: Reader,
  content: DraftContent,
  now: Date,
): Promise<PricedDraft> {
  const { items, isPriced } = await loadItems(reader, content, now);
  const goodsMinor = items.reduce((sum, { line, unitPriceMinor }) => sum + unitPriceMinor * line.quantity, 0);
  const terms = await findPlaceTerms(reader, content, now);
  const parcel = { weightGrams: weightOf(items), subtotalMinor: goodsMinor };
  const offers = terms === null ? [] : offersOf(terms.methods, parcel, null).filter(isDelivered);
  const { offer, shippingMinor } = chooseShipping(content, offers, goodsMinor - content.discountMinor);
  const missing = [
    ...(content.email === null ? (['email'] as const) : []),
    ...(content.address === null ? (['address'] as const) : []),
    ...(content.address !== null && offer === null ? (['shipping'] as const) : []),
    ...(items.length === 0 ? (['lines'] as const) : []),
    ...(isPriced ? [] : (['price'] as const)),
  ];
  const priced = items.length === 0 ? null : priceItems(content, { items, shippingMinor, terms });
  return { content, items, offers, offer, priced, missing };
}

async function loadItems(reader: Reader, { lines, currency, customerId }: DraftContent, now: Date) {
  const ids = [...new Set(lines.map(({ variantId }) => variantId))];
  const known = await loadPurchasables(reader, ids, { currency, customerId, at: now });
  let isPriced = true;
  const items = lines.map((line): DraftItem => {
    const item = known.get(line.variantId);
    if (item === undefined) throw new ShopError('VARIANT_NOT_FOUND', { variantId: line.variantId });
    if (item.kind === 'gift_card') throw new ShopError('ORDER_NOT_EDITABLE', { reason: 'gift_card' });
    const price = line.unitPriceMinor ?? item.priceMinor;
    isPriced &&= price !== null;
    return { line, item, unitPriceMinor: price ?? 0 };
  });
  return { items, isPriced };
}

async function findPlaceTerms(
  reader: Reader,
  { address, currency }: DraftContent,
  now: Date,
): Promise<PlaceTerms | null> {
  if (address === null) return null;
  const postalCode = normalisePostalCode(address.postalCode);
  const { country, region } = address;
  const question = { country, region, postalCode, currency, at: now, variantIds: [], quantities: [] };
  return findTerms(reader, question);
}

function isDelivered({ pickup }: ShippingOffer): boolean {
  return pickup === null;
}

function weightOf(items: readonly DraftItem[]): number {
  return items.reduce((sum, { item, line }) => sum + item.weightGrams * line.quantity, 0);
}

function chooseShipping(content: DraftContent, offers: readonly ShippingOffer[], goodsMinor: number) {
  const { shippingMethod, shippingMinor: custom } = content;
  const chosen = offers.find(({ code }) => code === shippingMethod) ?? offers[0];
  if (chosen === undefined) {
    const offer = custom === null ? null : { code: 'custom', name: 'Shipping' };
    return { offer, shippingMinor: custom ?? 0 };
  }
  const isFree = chosen.freeOverMinor !== null && goodsMinor >= chosen.freeOverMinor;
  return { offer: chosen, shippingMinor: custom ?? (isFree ? 0 : chosen.amountMinor) };
}

interface Basis {
  readonly items: readonly DraftItem[];
  readonly shippingMinor: number;
  readonly terms: PlaceTerms | null;
}

function priceItems(content: DraftContent, { items, shippingMinor, terms }: Basis): EditPricing {
  const { country = '', region = null } = content.address ?? {};
  const inclusive = terms !== null && showsTax(terms, country);
  return priceEdit({
    lines: items.map(({ line, item, unitPriceMinor }, index) => ({
      id: String(index),
      quantity: line.quantity,
      unitPriceMinor,
      taxCategory: item.taxCategory,
      was: null,
    })),
    shippingMinor,
    extraDiscountMinor: content.discountMinor,
    tax: tableTax(terms?.rates ?? [], { country, region, inclusive }),
  });
}

/** A priced draft as people see it. */
export function viewPreview({ content, items, offers, offer, priced, missing }: PricedDraft): DraftPreview {
  return {
    currency: content.currency,
    lines: items.map(({ line, item, unitPriceMinor }, index) => ({
      variantId: item.variantId,
      sku: item.sku,
      productName: item.productName,
      variantName: item.variantName,
      image: item.image,
      quantity: line.quantity,
      customPriceMinor: line.unitPriceMinor,
      unitPriceMinor,
      totalMinor: priced?.lines[index]?.totalMinor ?? 0,
      available: item.available,
    })),
    methods: offers.map(({ code, name, amountMinor }) => ({ code, name, amountMinor })),
    shippingMethod: offer?.code ?? null,
    shippingName: offer?.name ?? null,
    sums: {
      subtotalMinor: priced?.subtotalMinor ?? 0,
      discountMinor: priced?.discountMinor ?? 0,
      shippingMinor: priced?.shippingMinor ?? 0,
      taxMinor: priced?.taxMinor ?? 0,
      totalMinor: priced?.totalMinor ?? 0,
      taxInclusive: priced?.taxInclusive ?? false,
    },
    missing: [...missing],
  };
}

import {
  givenTax,
  normalisePostalCode,
  type OrderPricing,
  priceOrder,
  type PriceOrderInput,
  ShopError,
  tableTax,
  taxableGoods,
  type TaxOf,
} from '@turing/domain';
import { type CartContents, linesToPrice, promotionsToPrice } from './cart-pricing.ts';
import type { Quote } from './checkout-schemas.ts';
import { findTerms, type PlaceTerms } from './checkout-store.ts';
import { emailDelivery, isDigitalCart } from './credit/digital-cart.ts';
import { tenderCart } from './credit/tender-cart.ts';
import { findLiveRates, findServiceTax, type Outside } from './outside/ask-outside.ts';
import { viewPromotions } from './promotions/view-promotions.ts';
import { offersOf, type ShippingOffer } from './shipping/offers.ts';
import { viewTaxes } from './tax/view-taxes.ts';

/** Where goods go. A street and a town only matter to a tax service, a postal code to zones, too. */
export interface Destination {
  readonly country: string;
  readonly region: string | null;
  readonly postalCode?: string | undefined;
  readonly city?: string | undefined;
  readonly line1?: string | undefined;
}

export interface CheckoutTerms {
  readonly offers: readonly ShippingOffer[];
  readonly offer: ShippingOffer;
  readonly country: string;
  readonly priced: OrderPricing;
}

type Goods = Omit<PriceOrderInput, 'shipping' | 'tax'>;

function goodsOf(contents: CartContents, country: string): Goods {
  return {
    currency: contents.cart.currency,
    lines: linesToPrice(contents),
    ...promotionsToPrice(contents, country),
  };
}

/** What is sent: gift cards weigh nothing and lie on no shelf. */
function parcelOf({ cart, purchasables }: CartContents) {
  const sent = cart.lines.flatMap(({ variantId, quantity, seenPriceMinor }) => {
    const item = purchasables.get(variantId);
    if (item?.kind === 'gift_card') return [];
    const unitPriceMinor = item?.priceMinor ?? seenPriceMinor;
    return [{ variantId, quantity, weightGrams: item?.weightGrams ?? 0, unitPriceMinor }];
  });
  return {
    variantIds: sent.map((line) => line.variantId),
    quantities: sent.map((line) => line.quantity),
    weightGrams: sent.reduce((sum, line) => sum + line.quantity * line.weightGrams, 0),
    subtotalMinor: sent.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0),
  };
}

/**
 * What a cart costs, sent to a place by a method: the one pricing of quote and order. An order that is fetched is taxed where it is
 * fetched.
 * @throws SHIPPING_UNAVAILABLE where nothing ships, SHIPPING_METHOD_NOT_FOUND for a method not offered there, QUOTE_EXPIRED,
 * TAX_UNAVAILABLE
 */
export async function priceCheckout(
  outside: Outside,
  contents: CartContents,
  place: Destination & { readonly shippingMethod?: string | undefined },
): Promise<CheckoutTerms> {
  const { currency } = contents.cart;
  const { country, shippingMethod } = place;
  const { terms, offers } = await findOffers(outside, contents, place);
  const [first] = offers;
  if (first === undefined) throw new ShopError('SHIPPING_UNAVAILABLE', { country, currency });
  const offer =
    shippingMethod === undefined ? first : offers.find((candidate) => candidate.code === shippingMethod);
  if (offer === undefined) throw new ShopError('SHIPPING_METHOD_NOT_FOUND', { shippingMethod });
  const goods = goodsOf(contents, country);
  const tax = await findTax(
    outside,
    { ...goods, shipping: offer },
    { terms, place: offer.pickup?.address ?? place },
  );
  return { offers, offer, country, priced: priceOrder({ ...goods, shipping: offer, tax }) };
}

async function findOffers(outside: Outside, contents: CartContents, place: Destination) {
  const { country, region } = place;
  const { currency } = contents.cart;
  const { variantIds, quantities, ...parcel } = parcelOf(contents);
  const postalCode = normalisePostalCode(place.postalCode ?? '');
  const terms = await findTerms(outside.connection, {
    country,
    region,
    postalCode,
    currency,
    at: contents.now,
    variantIds,
    quantities,
  });
  if (isDigitalCart(contents)) return { terms, offers: [{ ...emailDelivery, pickup: null }] };
  const services = terms.methods.flatMap(({ carrierService }) => carrierService ?? []);
  const live = await findLiveRates(outside, { country, region, postalCode, currency, ...parcel, services });
  return { terms, offers: offersOf(terms.methods, parcel, live) };
}

async function findTax(
  outside: Outside,
  goods: Omit<PriceOrderInput, 'tax'>,
  { terms, place }: { readonly terms: PlaceTerms; readonly place: Destination },
): Promise<TaxOf> {
  const { country, region, postalCode = '', city = '', line1 = '' } = place;
  const inclusive = showsTax(terms, country);
  const answered = await findServiceTax(outside, {
    ...taxableGoods(goods),
    currency: goods.currency,
    inclusive,
    country,
    region,
    postalCode: normalisePostalCode(postalCode),
    city,
    line1,
  });
  return answered === null ? tableTax(terms.rates, { country, region, inclusive }) : givenTax(answered);
}

export function showsTax({ inclusive, rates }: PlaceTerms, country: string): boolean {
  return inclusive[country] ?? rates.find((rate) => rate.country === country)?.inclusive ?? false;
}

/** Each method with the amount it would cost this cart. */
export function viewQuote(contents: CartContents, terms: CheckoutTerms): Omit<Quote, 'paymentMethods'> {
  const { offers, offer, country, priced } = terms;
  const { credits, creditMinor, dueMinor } = tenderCart(contents, priced);
  const goods = goodsOf(contents, country);
  return {
    currency: contents.cart.currency,
    methods: offers.map((candidate) => ({
      code: candidate.code,
      name: candidate.name,
      description: candidate.description,
      amountMinor: taxableGoods({ ...goods, shipping: candidate }).shippingMinor,
      minDays: candidate.minDays,
      maxDays: candidate.maxDays,
      pickup: candidate.pickup?.address ?? null,
    })),
    shippingMethod: offer.code,
    pricing: {
      subtotalMinor: priced.subtotalMinor,
      discountMinor: priced.discountMinor,
      shippingMinor: priced.shippingMinor,
      ...viewTaxes(priced),
      totalMinor: priced.totalMinor,
    },
    promotions: viewPromotions(contents.cart.promotions, priced.promotions),
    credits,
    creditMinor,
    dueMinor,
  };
}

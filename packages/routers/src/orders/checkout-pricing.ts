import type { Reader } from '@turing/db';
import { type OrderPricing, priceOrder, ShopError } from '@turing/domain';
import { type CartContents, promotionObstacle } from './cart-pricing.ts';
import type { Quote } from './checkout-schemas.ts';
import { findTerms, type ShippingOffer, type TaxRule } from './checkout-store.ts';

export interface CheckoutTerms {
  readonly offers: readonly ShippingOffer[];
  readonly offer: ShippingOffer;
  readonly tax: TaxRule;
  readonly priced: OrderPricing;
}

const untaxed: TaxRule = { name: 'No tax', ratePpm: 0, inclusive: false, shippingTaxed: false };

function price(contents: CartContents, offer: ShippingOffer, tax: TaxRule): OrderPricing {
  const { cart, promotion, purchasables, now } = contents;
  const usable = promotion !== null && promotionObstacle(promotion, cart.currency, now) === null;
  return priceOrder({
    currency: cart.currency,
    lines: cart.lines.map((line) => ({
      id: line.id,
      quantity: line.quantity,
      unitPriceMinor: purchasables.get(line.variantId)?.priceMinor ?? line.seenPriceMinor,
    })),
    promotion: usable ? promotion : null,
    shipping: offer,
    tax,
  });
}

/**
 * What a cart costs, sent to a place by a method: the one pricing of quote and order.
 * @throws SHIPPING_UNAVAILABLE where nothing ships, SHIPPING_METHOD_NOT_FOUND for a method not offered there
 */
export async function priceCheckout(
  reader: Reader,
  contents: CartContents,
  place: {
    readonly country: string;
    readonly region: string | null;
    readonly shippingMethod?: string | undefined;
  },
): Promise<CheckoutTerms> {
  const { currency } = contents.cart;
  const { country, region } = place;
  const { offers, tax: rule } = await findTerms(reader, { country, region, currency });
  const [first] = offers;
  if (first === undefined) throw new ShopError('SHIPPING_UNAVAILABLE', { country, currency });
  const offer =
    place.shippingMethod === undefined
      ? first
      : offers.find((candidate) => candidate.code === place.shippingMethod);
  if (offer === undefined)
    throw new ShopError('SHIPPING_METHOD_NOT_FOUND', { shippingMethod: place.shippingMethod });
  const tax = rule ?? untaxed;
  return { offers, offer, tax, priced: price(contents, offer, tax) };
}

/** Each method with the amount it would cost this cart. */
export function viewQuote(contents: CartContents, terms: CheckoutTerms): Quote {
  const { offers, offer, tax, priced } = terms;
  return {
    currency: contents.cart.currency,
    methods: offers.map((candidate) => ({
      code: candidate.code,
      name: candidate.name,
      description: candidate.description,
      amountMinor: price(contents, candidate, tax).shippingMinor,
      minDays: candidate.minDays,
      maxDays: candidate.maxDays,
    })),
    shippingMethod: offer.code,
    pricing: {
      subtotalMinor: priced.subtotalMinor,
      discountMinor: priced.discountMinor,
      shippingMinor: priced.shippingMinor,
      taxMinor: priced.taxMinor,
      totalMinor: priced.totalMinor,
      taxInclusive: tax.inclusive,
      taxName: tax.name,
    },
  };
}

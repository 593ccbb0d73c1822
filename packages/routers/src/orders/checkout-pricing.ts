import type { Reader } from '@turing/db';
import { type OrderPricing, priceOrder, ShopError } from '@turing/domain';
import { buyerOf, type CartContents, promotionTermsOf } from './cart-pricing.ts';
import type { Quote } from './checkout-schemas.ts';
import { emailDelivery, isDigitalCart } from './credit/digital-cart.ts';
import { tenderCart } from './credit/tender-cart.ts';
import { findTerms, type ShippingOffer, type TaxRule } from './checkout-store.ts';

export interface CheckoutTerms {
  readonly offers: readonly ShippingOffer[];
  readonly offer: ShippingOffer;
  readonly tax: TaxRule;
  readonly country: string;
  readonly priced: OrderPricing;
}

const untaxed: TaxRule = { name: 'No tax', ratePpm: 0, inclusive: false, shippingTaxed: false };

type Place = Pick<CheckoutTerms, 'tax' | 'country'>;

function price(contents: CartContents, offer: ShippingOffer, { tax, country }: Place): OrderPricing {
  const { cart, purchasables } = contents;
  return priceOrder({
    currency: cart.currency,
    lines: cart.lines.map((line) => ({
      id: line.id,
      quantity: line.quantity,
      isGiftCard: purchasables.get(line.variantId)?.kind === 'gift_card',
      unitPriceMinor: purchasables.get(line.variantId)?.priceMinor ?? line.seenPriceMinor,
    })),
    promotions: promotionTermsOf(contents),
    buyer: buyerOf(contents, country),
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
  const { offers: shipped, tax: rule } = await findTerms(reader, { country, region, currency });
  const offers = isDigitalCart(contents) ? [emailDelivery] : shipped;
  const [first] = offers;
  if (first === undefined) throw new ShopError('SHIPPING_UNAVAILABLE', { country, currency });
  const offer =
    place.shippingMethod === undefined
      ? first
      : offers.find((candidate) => candidate.code === place.shippingMethod);
  if (offer === undefined)
    throw new ShopError('SHIPPING_METHOD_NOT_FOUND', { shippingMethod: place.shippingMethod });
  const tax = rule ?? untaxed;
  return { offers, offer, tax, country, priced: price(contents, offer, { tax, country }) };
}

/** Each method with the amount it would cost this cart. */
export function viewQuote(contents: CartContents, terms: CheckoutTerms): Quote {
  const { offers, offer, tax, priced } = terms;
  const { credits, creditMinor, dueMinor } = tenderCart(contents, priced);
  return {
    currency: contents.cart.currency,
    methods: offers.map((candidate) => ({
      code: candidate.code,
      name: candidate.name,
      description: candidate.description,
      amountMinor: price(contents, candidate, terms).shippingMinor,
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
    credits,
    creditMinor,
    dueMinor,
  };
}

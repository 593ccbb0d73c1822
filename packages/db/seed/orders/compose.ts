import {
  priceOrder,
  tableTax,
  type Currency,
  type OrderPricing,
  type PostalAddress,
  type PriceOrderInput,
  type TaxOf,
} from '@turing/domain';
import { promotionsAt, type PromotionTermsRow, termsOf } from '../commerce/promotions.ts';
import { regions } from '../commerce/regions.ts';
import { shippingMethods } from '../commerce/shipping.ts';
import { ratesCollectedAt } from '../commerce/taxes.ts';
import { clockOffset, currencyOf } from '../people/places.ts';
import type { Random } from '../random.ts';
import { hoursOf } from './calendar.ts';
import type { createPicker, ShelfProduct, ShelfVariant } from './shelf.ts';

export interface BasketLine {
  item: ShelfProduct;
  bought: ShelfVariant;
  quantity: number;
}

/** An order's contents and price. */
export interface ComposedOrder {
  currency: Currency;
  basket: readonly BasketLine[];
  pricing: OrderPricing;
  method: { code: string; name: string; days: readonly [number, number] };
  promotion: PromotionTermsRow | null;
}

export interface OrderMoment {
  at: Date;
  now: Date;
  address: PostalAddress;
  firstOrder: boolean;
}

const lineCounts = [54, 27, 12, 5, 2];
const quantities = [80, 13, 4, 2, 1];
const expressShare = 0.17;

/** Fills a basket and prices it, as checkout does. */
export function composeOrder(
  random: Random,
  pick: ReturnType<typeof createPicker>,
  moment: OrderMoment,
): ComposedOrder {
  const { address } = moment;
  const currency = currencyOf(address.country);
  const basket = fillBasket(random, pick, moment.at);
  const method = chooseMethod(random, address.country);
  const input: PriceOrderInput = {
    currency,
    lines: basket.map(({ bought, quantity }) => ({
      id: bought.id,
      quantity,
      unitPriceMinor: bought.variant.prices[currency].amountMinor,
    })),
    promotions: [],
    buyer: {
      at: moment.at,
      country: address.country,
      customerGroupIds: [],
      isFirstOrder: moment.firstOrder,
    },
    shipping: { amountMinor: method.amounts[currency], freeOverMinor: method.freeOver?.[currency] ?? null },
    tax: taxFor(moment),
  };
  const promotion = choosePromotion(random, moment, currency);
  const discounted = promotion && priceOrder({ ...input, promotions: [termsOf(promotion)] });
  const applied = discounted?.promotions[0]?.applied === true;
  return {
    currency,
    basket,
    pricing: applied ? discounted : priceOrder(input),
    method,
    promotion: applied ? promotion : null,
  };
}

function fillBasket(random: Random, pick: ReturnType<typeof createPicker>, at: Date): BasketLine[] {
  const lines = new Map<string, BasketLine>();
  const wanted = 1 + random.weighted(lineCounts);
  while (lines.size < wanted) {
    const { item, bought } = pick(random, at);
    lines.set(bought.id, { item, bought, quantity: 1 + random.weighted(quantities) });
  }
  return [...lines.values()];
}

function chooseMethod(random: Random, country: string) {
  const offered = shippingMethods.filter(({ countries }) => countries.includes(country));
  const method = offered[random.chance(expressShare) ? 1 : 0];
  if (method === undefined) throw new Error(`no way to ship to ${country}`);
  return method;
}

function taxFor({ at, address: { country, region } }: OrderMoment): TaxOf {
  const inclusive = regions.some(
    ({ taxInclusive, countries }) => taxInclusive && countries.includes(country),
  );
  return tableTax(ratesCollectedAt(at), { country, region, inclusive });
}

function choosePromotion(random: Random, moment: OrderMoment, currency: Currency): PromotionTermsRow | null {
  const open = promotionsAt(moment.now).filter(
    ({ startsAt, endsAt, currency: only }) =>
      startsAt <= moment.at &&
      (endsAt === null || moment.at < endsAt) &&
      (only === null || only === currency),
  );
  const shares: Readonly<Record<string, number>> = {
    WELCOME10: moment.firstOrder ? 0.12 : 0,
    SHIPFREE: 0.03,
    SAVE15: 0.05,
    AUTUMN20: 0.25,
    FIRST100: 0.09,
  };
  return open.find(({ code }) => random.chance(shares[code] ?? 0)) ?? null;
}

/** The moment as clocks in the buyer's country showed the hour it was drawn for. */
export function inCountry(at: Date, country: string, latest: Date): Date {
  const shifted = at.getTime() - hoursOf(clockOffset(country));
  return shifted <= latest.getTime() ? new Date(shifted) : at;
}

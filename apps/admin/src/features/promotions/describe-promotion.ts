import { formatMoney } from '@turing/domain';
import { count, formatDateTime } from '../../lib/format.ts';
import { countryName } from './country-name.ts';
import type { PromotionTerms } from './promotion.ts';

/** What ids are called. */
export type Names = ReadonlyMap<string, string>;

type Scope = NonNullable<PromotionTerms['scope']>;

const all = new Intl.ListFormat('en', { type: 'conjunction' });
const either = new Intl.ListFormat('en', { type: 'disjunction' });

/** A promotion in two or three sentences, as one would tell a colleague. */
export function describePromotion(terms: PromotionTerms, names: Names, way: string): string {
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: terms.currency ?? 'USD' });
  const what = [benefitOf(terms, names, money), ...conditionsOf(terms, names, money)].join(', ');
  return [`${what}.`, `${way} ${periodOf(terms)}.`, stackingOf(terms), limitsOf(terms)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function benefitOf(
  { benefit, scope }: PromotionTerms,
  names: Names,
  money: (minor: number) => string,
): string {
  const items = itemsOf(scope, names);
  switch (benefit.kind) {
    case 'percentage':
      return `${percent(benefit.ratePpm)} off ${items}`;
    case 'amount':
      return benefit.perItem
        ? `${money(benefit.amountMinor)} off each of ${items}`
        : `${money(benefit.amountMinor)} off ${items}`;
    case 'free_shipping':
      return items === 'everything' ? 'Free shipping' : `Free shipping with ${items}`;
    case 'buy_x_get_y': {
      const { buyQuantity, getQuantity, ratePpm, rewards, mostTimes } = benefit;
      const given = rewards === null ? '' : ` of ${itemsOf(rewards, names)}`;
      const price = ratePpm === 1_000_000 ? 'free' : `at ${percent(ratePpm)} off`;
      const times = mostTimes === null ? '' : `, at most ${count(mostTimes, 'time')} per order`;
      return `Buy ${buyQuantity} of ${items}, get ${getQuantity}${given} ${price}${times}`;
    }
    case 'tiered': {
      const steps = [...benefit.tiers]
        .sort((a, b) => a.from - b.from)
        .map(({ from, ratePpm, amountMinor }) => {
          const given = ratePpm === null ? money(amountMinor ?? 0) : percent(ratePpm);
          return `${given} from ${benefit.by === 'subtotal' ? money(from) : count(from, 'item')}`;
        });
      return `Off ${items}: ${all.format(steps)}`;
    }
  }
}

function conditionsOf(terms: PromotionTerms, names: Names, money: (minor: number) => string): string[] {
  const { minimumSubtotalMinor, minimumQuantity, customerGroupIds = [], countries } = terms;
  const from = [
    ...(minimumSubtotalMinor === null ? [] : [money(minimumSubtotalMinor)]),
    ...(minimumQuantity === null ? [] : [count(minimumQuantity, 'item')]),
  ];
  return [
    ...(from.length === 0 ? [] : [`from ${all.format(from)}`]),
    ...(terms.firstOrderOnly ? ['on a first order'] : []),
    ...(customerGroupIds.length === 0 ? [] : [`for ${either.format(named(customerGroupIds, names))}`]),
    ...(countries.length === 0 ? [] : [`sent to ${either.format(few(countries.map(countryName)))}`]),
    ...(terms.currency === null ? [] : [`in ${terms.currency}`]),
  ];
}

function itemsOf(scope: Scope, names: Names): string {
  const ids = [...(scope.collectionIds ?? []), ...(scope.categoryIds ?? []), ...(scope.productIds ?? [])];
  return ids.length === 0 ? 'everything' : either.format(few(named(ids, names)));
}

function named(ids: readonly string[], names: Names): string[] {
  return ids.map((id) => names.get(id) ?? 'something that is gone');
}

function few(list: readonly string[]): string[] {
  return list.length <= 4 ? [...list] : [...list.slice(0, 3), `${list.length - 3} more`];
}

function periodOf({ startsAt, endsAt }: PromotionTerms): string {
  const from = `from ${formatDateTime(startsAt)}`;
  return endsAt === null ? from : `${from} until ${formatDateTime(endsAt)}`;
}

function stackingOf({ exclusive, priority }: PromotionTerms): string {
  if (exclusive) return 'Applies alone, where that is best for the shopper.';
  return priority ? `Combines with others, at priority ${priority}.` : 'Combines with others.';
}

function limitsOf({ usageLimit, perCustomerLimit }: PromotionTerms): string {
  const limits = [
    ...(usageLimit === null ? [] : [`${count(usageLimit, 'time')} in all`]),
    ...(perCustomerLimit === null
      ? []
      : [perCustomerLimit === 1 ? 'once per customer' : `${count(perCustomerLimit, 'time')} per customer`]),
  ];
  return limits.length === 0 ? '' : `At most ${all.format(limits)}.`;
}

function percent(ratePpm: number): string {
  return `${ratePpm / 10_000} %`;
}

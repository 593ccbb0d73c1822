import { type Currency, parseMajor, toMajorString } from '@turing/domain';
import dayjs from 'dayjs';
import type { Promotion, PromotionKind, PromotionTerms } from './promotion.ts';

export interface ScopeValues {
  readonly productIds: string[];
  readonly collectionIds: string[];
  readonly categoryIds: string[];
}

export interface TierValues {
  readonly key: string;
  readonly from: number | '';
  readonly isRate: boolean;
  readonly value: number | '';
}

/** A promotion as it is typed: percents, major units, moments in the reader's zone. */
export interface PromotionValues {
  readonly name: string;
  readonly automatic: boolean;
  readonly code: string;
  readonly kind: PromotionKind;
  readonly percent: number | '';
  readonly amount: number | '';
  readonly perItem: boolean;
  readonly buyQuantity: number | '';
  readonly getQuantity: number | '';
  readonly getPercent: number | '';
  readonly isSameItems: boolean;
  readonly rewards: ScopeValues;
  readonly mostTimes: number | '';
  readonly tierBy: 'subtotal' | 'quantity';
  readonly tiers: TierValues[];
  /** Empty: every currency. */
  readonly currency: Currency | '';
  readonly isEverything: boolean;
  readonly scope: ScopeValues;
  readonly minimumSubtotal: number | '';
  readonly minimumQuantity: number | '';
  readonly customerGroupIds: string[];
  readonly firstOrderOnly: boolean;
  readonly countries: string[];
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly usageLimit: number | '';
  readonly perCustomerLimit: number | '';
  readonly priority: number | '';
  readonly exclusive: boolean;
}

const nothing: ScopeValues = { productIds: [], collectionIds: [], categoryIds: [] };

function isEmpty({ productIds, collectionIds, categoryIds }: ScopeValues): boolean {
  return productIds.length + collectionIds.length + categoryIds.length === 0;
}

export function newTier(): TierValues {
  return { key: crypto.getRandomValues(new Uint32Array(2)).join('-'), from: '', isRate: true, value: '' };
}

function toLocal(iso: string): string {
  return dayjs(iso).format('YYYY-MM-DD HH:mm:ss');
}

export function newValues(now: Date): PromotionValues {
  return {
    name: '',
    automatic: false,
    code: '',
    kind: 'percentage',
    percent: 10,
    amount: '',
    perItem: false,
    buyQuantity: 2,
    getQuantity: 1,
    getPercent: 100,
    isSameItems: true,
    rewards: nothing,
    mostTimes: '',
    tierBy: 'subtotal',
    tiers: [newTier(), newTier()],
    currency: '',
    isEverything: true,
    scope: nothing,
    minimumSubtotal: '',
    minimumQuantity: '',
    customerGroupIds: [],
    firstOrderOnly: false,
    countries: [],
    startsAt: toLocal(now.toISOString()),
    endsAt: null,
    usageLimit: '',
    perCustomerLimit: '',
    priority: 0,
    exclusive: false,
  };
}

export function valuesOf(promotion: Promotion): PromotionValues {
  const { scope, startsAt, endsAt, currency } = promotion;
  const major = (minor: number | null) =>
    minor === null ? '' : Number(toMajorString(minor, currency ?? 'USD'));
  return {
    ...newValues(new Date(startsAt)),
    ...benefitValues(promotion, major),
    name: promotion.name,
    automatic: promotion.automatic,
    currency: currency ?? '',
    isEverything: isEmpty(scope),
    scope,
    minimumSubtotal: major(promotion.minimumSubtotalMinor),
    minimumQuantity: promotion.minimumQuantity ?? '',
    customerGroupIds: promotion.customerGroupIds,
    firstOrderOnly: promotion.firstOrderOnly,
    countries: promotion.countries,
    startsAt: toLocal(startsAt),
    endsAt: endsAt === null ? null : toLocal(endsAt),
    usageLimit: promotion.usageLimit ?? '',
    perCustomerLimit: promotion.perCustomerLimit ?? '',
    priority: promotion.priority,
    exclusive: promotion.exclusive,
  };
}

function benefitValues(
  { benefit }: Promotion,
  major: (minor: number | null) => number | '',
): Partial<PromotionValues> {
  const { kind } = benefit;
  switch (kind) {
    case 'percentage':
      return { kind, percent: benefit.ratePpm / 10_000 };
    case 'amount':
      return { kind, amount: major(benefit.amountMinor), perItem: benefit.perItem };
    case 'free_shipping':
      return { kind };
    case 'buy_x_get_y': {
      const { buyQuantity, getQuantity, ratePpm, rewards, mostTimes } = benefit;
      return {
        kind,
        buyQuantity,
        getQuantity,
        getPercent: ratePpm / 10_000,
        isSameItems: rewards === null,
        rewards: rewards ?? nothing,
        mostTimes: mostTimes ?? '',
      };
    }
    case 'tiered':
      return {
        kind,
        tierBy: benefit.by,
        tiers: benefit.tiers.map(({ from, ratePpm, amountMinor }) => ({
          ...newTier(),
          from: benefit.by === 'subtotal' ? major(from) : from,
          isRate: ratePpm !== null,
          value: ratePpm === null ? major(amountMinor) : ratePpm / 10_000,
        })),
      };
  }
}

/** Whether something in it is money, so that it needs a currency. */
function namesMoney(values: PromotionValues): boolean {
  const { kind, tierBy, tiers, minimumSubtotal } = values;
  if (kind === 'amount' || minimumSubtotal !== '') return true;
  return kind === 'tiered' && (tierBy === 'subtotal' || tiers.some(({ isRate }) => !isRate));
}

/** What is missing or wrong, by field. */
export function validateValues(
  values: PromotionValues,
): Partial<Record<keyof PromotionValues, string | null>> {
  const { name, kind, currency, startsAt, endsAt } = values;
  const wrongOrder = startsAt !== null && endsAt !== null && !dayjs(endsAt).isAfter(dayjs(startsAt));
  const isListed = !isEmpty(values.scope);
  const isRewardListed = !isEmpty(values.rewards);
  return {
    name: name.trim() === '' ? 'A promotion needs a name: shoppers see it.' : null,
    percent: kind === 'percentage' && !values.percent ? 'From above 0 to 100.' : null,
    amount: kind === 'amount' && !values.amount ? 'An amount above nothing.' : null,
    buyQuantity: kind === 'buy_x_get_y' && !values.buyQuantity ? 'At least one.' : null,
    getQuantity: kind === 'buy_x_get_y' && !values.getQuantity ? 'At least one.' : null,
    getPercent: kind === 'buy_x_get_y' && !values.getPercent ? 'From above 0 to 100.' : null,
    rewards:
      kind === 'buy_x_get_y' && !values.isSameItems && !isRewardListed ? 'Choose what is given.' : null,
    tiers: kind === 'tiered' ? tierProblem(values.tiers) : null,
    scope: !values.isEverything && !isListed ? 'Choose at least one, or every item.' : null,
    currency: currency === '' && namesMoney(values) ? 'Amounts need a currency.' : null,
    startsAt: startsAt === null ? 'When does it start?' : null,
    endsAt: wrongOrder ? 'The end must be after the start.' : null,
  };
}

function tierProblem(tiers: readonly TierValues[]): string | null {
  if (tiers.length === 0 || tiers.some(({ from, value }) => !from || !value)) return 'Fill in every step.';
  return new Set(tiers.map(({ from }) => from)).size < tiers.length ? 'Each step starts elsewhere.' : null;
}

/** What is typed as the API takes it; null while something is missing. */
export function toTerms(values: PromotionValues): PromotionTerms | null {
  if (Object.values(validateValues(values)).some((problem) => problem !== null)) return null;
  const currency = values.currency === '' ? null : values.currency;
  const minor = (major: number | '') => (major === '' ? null : parseMajor(String(major), currency ?? 'USD'));
  const whole = (value: number | '') => (value === '' ? null : value);
  return {
    name: values.name.trim(),
    benefit: toBenefit(values, (major) => minor(major) ?? 0),
    currency,
    priority: values.priority === '' ? 0 : values.priority,
    exclusive: values.exclusive,
    scope: values.isEverything ? nothing : values.scope,
    minimumSubtotalMinor: minor(values.minimumSubtotal),
    minimumQuantity: whole(values.minimumQuantity),
    customerGroupIds: values.customerGroupIds,
    firstOrderOnly: values.firstOrderOnly,
    countries: values.countries,
    startsAt: dayjs(values.startsAt).toISOString(),
    endsAt: values.endsAt === null ? null : dayjs(values.endsAt).toISOString(),
    usageLimit: whole(values.usageLimit),
    perCustomerLimit: whole(values.perCustomerLimit),
  };
}

function toBenefit(
  values: PromotionValues,
  minor: (major: number | '') => number,
): PromotionTerms['benefit'] {
  const { kind } = values;
  const ppm = (percent: number | '') => Math.round(Number(percent) * 10_000);
  switch (kind) {
    case 'percentage':
      return { kind, ratePpm: ppm(values.percent) };
    case 'amount':
      return { kind, amountMinor: minor(values.amount), perItem: values.perItem };
    case 'free_shipping':
      return { kind };
    case 'buy_x_get_y':
      return {
        kind,
        buyQuantity: Number(values.buyQuantity),
        getQuantity: Number(values.getQuantity),
        ratePpm: ppm(values.getPercent),
        rewards: values.isSameItems ? null : values.rewards,
        mostTimes: values.mostTimes === '' ? null : values.mostTimes,
      };
    case 'tiered':
      return {
        kind,
        by: values.tierBy,
        tiers: values.tiers.map(({ from, isRate, value }) => ({
          from: values.tierBy === 'subtotal' ? minor(from) : Number(from),
          ratePpm: isRate ? ppm(value) : null,
          amountMinor: isRate ? null : minor(value),
        })),
      };
  }
}

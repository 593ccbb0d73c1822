import type { Currency, PromotionBenefit, PromotionTerms } from '@turing/domain';

/** A code people may type, and while it can be used. */
export interface PromotionTermsRow {
  code: string;
  name: string;
  benefit: PromotionBenefit;
  minimumSubtotalMinor: number | null;
  currency: Currency | null;
  startsAt: Date;
  endsAt: Date | null;
  usageLimit: number | null;
}

const day = 24 * 60 * 60 * 1000;

/** The shop's codes as they stand on a day: four that can be used and one of last autumn. */
export function promotionsAt(now: Date): PromotionTermsRow[] {
  const none = {
    minimumSubtotalMinor: null,
    currency: null,
    startsAt: new Date(now.getTime() - 560 * day),
    endsAt: null,
    usageLimit: null,
  };
  const inDollars = { currency: 'USD' as const };
  return [
    { ...none, code: 'WELCOME10', name: '10 % off, to say hello', benefit: percent(100_000) },
    { ...none, ...inDollars, ...shipFree },
    { ...none, ...inDollars, ...save15 },
    {
      ...none,
      ...autumn(now),
      code: 'AUTUMN20',
      name: '20 % off in autumn',
      benefit: percent(200_000),
    },
    { ...none, ...first100, startsAt: new Date(now.getTime() - 120 * day) },
  ];
}

function percent(ratePpm: number): PromotionBenefit {
  return { kind: 'percentage', ratePpm };
}

/** A code as the pricing reads it, whatever its limit. */
export function termsOf({
  code,
  benefit,
  minimumSubtotalMinor,
  currency,
  startsAt,
  endsAt,
}: PromotionTermsRow): PromotionTerms {
  return {
    id: code,
    code,
    benefit,
    currency,
    priority: 0,
    exclusive: false,
    scope: { productIds: [], collectionIds: [], categoryIds: [] },
    minimumSubtotalMinor,
    minimumQuantity: null,
    customerGroupIds: [],
    firstOrderOnly: false,
    countries: [],
    startsAt,
    endsAt,
    standing: 'available',
  };
}

const shipFree = {
  code: 'SHIPFREE',
  name: 'Free shipping from $50',
  benefit: { kind: 'free_shipping' },
  minimumSubtotalMinor: 5000,
} as const;

const save15 = {
  code: 'SAVE15',
  name: '$15 off from $100',
  benefit: { kind: 'amount', amountMinor: 1500, perItem: false },
  minimumSubtotalMinor: 10_000,
} as const;

const first100 = {
  code: 'FIRST100',
  name: '15 % off for the first hundred',
  benefit: percent(150_000),
  usageLimit: 100,
} as const;

function autumn(now: Date): { startsAt: Date; endsAt: Date } {
  const year = now.getUTCMonth() >= 10 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
  return { startsAt: new Date(Date.UTC(year, 8, 20)), endsAt: new Date(Date.UTC(year, 9, 20)) };
}

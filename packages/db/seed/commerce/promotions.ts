import type { Currency } from '@turing/domain';

/** A code people may type, and while it can be used. */
export interface PromotionTermsRow {
  code: string;
  name: string;
  kind: 'percentage' | 'amount' | 'free_shipping';
  ratePpm: number | null;
  amountMinor: number | null;
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
    ratePpm: null,
    amountMinor: null,
    minimumSubtotalMinor: null,
    currency: null,
    startsAt: new Date(now.getTime() - 560 * day),
    endsAt: null,
    usageLimit: null,
  };
  const inDollars = { currency: 'USD' as const };
  return [
    { ...none, code: 'WELCOME10', name: '10 % off, to say hello', kind: 'percentage', ratePpm: 100_000 },
    { ...none, ...inDollars, ...shipFree },
    { ...none, ...inDollars, ...save15 },
    {
      ...none,
      ...autumn(now),
      code: 'AUTUMN20',
      name: '20 % off in autumn',
      kind: 'percentage',
      ratePpm: 200_000,
    },
    { ...none, ...first100, startsAt: new Date(now.getTime() - 120 * day) },
  ];
}

const shipFree = {
  code: 'SHIPFREE',
  name: 'Free shipping from $50',
  kind: 'free_shipping',
  minimumSubtotalMinor: 5000,
} as const;

const save15 = {
  code: 'SAVE15',
  name: '$15 off from $100',
  kind: 'amount',
  amountMinor: 1500,
  minimumSubtotalMinor: 10_000,
} as const;

const first100 = {
  code: 'FIRST100',
  name: '15 % off for the first hundred',
  kind: 'percentage',
  ratePpm: 150_000,
  usageLimit: 100,
} as const;

function autumn(now: Date): { startsAt: Date; endsAt: Date } {
  const year = now.getUTCMonth() >= 10 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
  return { startsAt: new Date(Date.UTC(year, 8, 20)), endsAt: new Date(Date.UTC(year, 9, 20)) };
}

import type { Currency } from './money.ts';

/** What can make an order look wrong. `manual`: a member of staff says so. */
export const riskRules = [
  'country_mismatch',
  'high_first_order',
  'many_orders',
  'failed_payments',
  'manual',
] as const;

/** Something that makes an order look wrong. */
export type RiskRule = (typeof riskRules)[number];

/** What the rules look at. Amounts in minor units of the order's currency. */
export interface RiskFacts {
  readonly currency: Currency;
  readonly totalMinor: number;
  /** Where it goes. */
  readonly country: string;
  /** Where the request came from; null where nobody says. */
  readonly requestCountry: string | null;
  /** Paid orders of the same address before this one. */
  readonly earlierOrders: number;
  /** Orders of the same address in the hour before and at this one, itself included. */
  readonly ordersWithinHour: number;
  /** Cards that were declined for this order. */
  readonly declinedPayments: number;
}

/** From where on they speak. */
const riskLimits = {
  /** Of a first order, in minor units. */
  firstOrderMinor: { USD: 50_000, EUR: 50_000, GBP: 45_000 } satisfies Record<Currency, number>,
  ordersWithinHour: 4,
  declinedPayments: 3,
} as const;

/** A rule that spoke. What `holds` keeps the order from being shipped until staff have looked at it. */
export interface Risk {
  readonly rule: Exclude<RiskRule, 'manual'>;
  readonly holds: boolean;
  readonly facts: Readonly<Record<string, string | number>>;
}

/**
 * What makes an order look wrong. A high first order or many orders at once hold it; a country that does not match or
 * declined cards happen to honest people, and hold it only together with something else.
 */
export function assessRisk(facts: RiskFacts): Risk[] {
  const limitMinor = riskLimits.firstOrderMinor[facts.currency];
  const found: Risk[] = [];
  if (facts.earlierOrders === 0 && facts.totalMinor >= limitMinor)
    found.push({
      rule: 'high_first_order',
      holds: true,
      facts: { totalMinor: facts.totalMinor, currency: facts.currency },
    });
  if (facts.ordersWithinHour >= riskLimits.ordersWithinHour)
    found.push({ rule: 'many_orders', holds: true, facts: { orders: facts.ordersWithinHour } });
  if (facts.requestCountry !== null && facts.requestCountry !== facts.country)
    found.push({
      rule: 'country_mismatch',
      holds: false,
      facts: { requestCountry: facts.requestCountry, country: facts.country },
    });
  if (facts.declinedPayments >= riskLimits.declinedPayments)
    found.push({ rule: 'failed_payments', holds: false, facts: { declined: facts.declinedPayments } });
  return found.length > 1 ? found.map((risk) => ({ ...risk, holds: true })) : found;
}

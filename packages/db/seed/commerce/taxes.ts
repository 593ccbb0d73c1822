import { maintainedTaxRates, type MaintainedTaxRate } from '@turing/domain';

/** Where the shop collects tax: the states with its larger sales, the EU by its one-stop shop, the UK and Canada. */
const nexus = 'CA CO FL GA IL MA NC NJ NY OR PA TX WA'.split(' ');

const isCollected = ({ country, registration }: MaintainedTaxRate) =>
  country === 'US' ? nexus.includes(registration) : registration === '';

export interface RegistrationTerms {
  country: string;
  region: string;
  active: boolean;
  number: string;
}

const numbers: Readonly<Record<string, string>> = { GB: 'GB123456789', CA: '123456789 RT0001' };
const oneStopShop = 'EU372012345';

/** One for everywhere there is a rate: states without nexus are there and off. */
export function registrations(): RegistrationTerms[] {
  const places = new Map(
    maintainedTaxRates().map((rate) => [`${rate.country} ${rate.registration}`, rate] as const),
  );
  return [...places.values()].map((rate) => ({
    country: rate.country,
    region: rate.registration,
    active: isCollected(rate),
    number: rate.country === 'US' ? '' : (numbers[rate.country] ?? oneStopShop),
  }));
}

// The table holds no older rates: orders from before are taxed as on this day.
const earliest = '2025-04-01';

/** The rates that an order placed that day was taxed at. */
export function ratesCollectedAt(at: Date): MaintainedTaxRate[] {
  const placed = at.toISOString().slice(0, 10);
  const day = placed < earliest ? earliest : placed;
  return maintainedTaxRates().filter(
    (rate) =>
      isCollected(rate) && rate.validFrom <= day && (rate.validUntil === null || day < rate.validUntil),
  );
}

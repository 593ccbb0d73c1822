import type { Random } from '../random.ts';

interface Carrier {
  name: string;
  number: (random: Random) => string;
  url: string;
}

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.int(0, 9)).join('');

const carriers: Readonly<Record<string, Carrier>> = {
  US: {
    name: 'UPS',
    number: (random) => `1Z999AA1${digits(random, 10)}`,
    url: 'https://www.ups.com/track?tracknum=',
  },
  CA: {
    name: 'Canada Post',
    number: (random) => digits(random, 16),
    url: 'https://www.canadapost-postescanada.ca/track-reperage/en#/details/',
  },
  GB: {
    name: 'Royal Mail',
    number: (random) => `TG${digits(random, 9)}GB`,
    url: 'https://www.royalmail.com/track-your-item#/tracking-results/',
  },
};
const elsewhere: Carrier = {
  name: 'DHL',
  number: (random) => `JD01${digits(random, 14)}`,
  url: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=',
};

/** Who carries a parcel to a country, with a number to follow it by. */
export function composeTracking(random: Random, country: string) {
  const carrier = carriers[country] ?? elsewhere;
  const number = carrier.number(random);
  return { carrier: carrier.name, tracking_number: number, tracking_url: carrier.url + number };
}

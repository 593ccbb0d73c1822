import type { RouterOutputs } from '@turing/client';

export type Region = RouterOutputs['orders']['regions'][number];

/** Where nobody has set up regions yet. */
const everywhere: Region = {
  code: 'everywhere',
  name: 'Everywhere',
  currency: 'USD',
  taxInclusive: false,
  locale: 'en-US',
  countries: [],
  isDefault: true,
};

/** A visitor's region: what they chose, else where they seem to be, else the default. */
export function chooseRegion(
  regions: readonly Region[],
  { code, country }: { readonly code: string | null; readonly country: string | null },
): Region {
  return (
    regions.find((region) => region.code === code) ??
    regions.find((region) => country !== null && region.countries.includes(country)) ??
    regions.find((region) => region.isDefault) ??
    regions[0] ??
    everywhere
  );
}

/** A tax as the shop charges it. `ratePpm` is parts per million; `region` '' is the whole country. */
export interface TaxTermsRow {
  country: string;
  region: string;
  name: string;
  ratePpm: number;
  inclusive: boolean;
  shippingTaxed: boolean;
}

// State-level general sales tax, in per cent, mandatory statewide additions included; local taxes are not collected.
// Source: Tax Foundation, State and Local Sales Tax Rates, 2025.
const stateRates = `AL 4 AK 0 AZ 5.6 AR 6.5 CA 7.25 CO 2.9 CT 6.35 DE 0 DC 6 FL 6 GA 4 HI 4 ID 6 IL 6.25 IN 7 IA 6 KS 6.5 KY 6
LA 5 ME 5.5 MD 6 MA 6.25 MI 6 MN 6.875 MS 7 MO 4.225 MT 0 NE 5.5 NV 6.85 NH 0 NJ 6.625 NM 4.875 NY 4 NC 4.75 ND 5 OH 5.75
OK 4.5 OR 0 PA 6 RI 7 SC 6 SD 4.2 TN 7 TX 6.25 UT 6.1 VT 6 VA 5.3 WA 6.5 WV 6 WI 5 WY 4`;

// States that tax delivery charged on taxable goods even when it is stated separately.
const shippingTaxedIn = new Set(
  'AR CT DC FL GA HI IL IN KS KY MI MN MS NE NJ NM NY NC ND OH PA RI SC SD TN TX VT WA WV WI'.split(' '),
);

const included: readonly (readonly [country: string, name: string, percent: number])[] = [
  ['GB', 'VAT', 20],
  ['DE', 'MwSt.', 19],
  ['FR', 'TVA', 20],
  ['NL', 'BTW', 21],
  ['ES', 'IVA', 21],
  ['IT', 'IVA', 22],
  ['IE', 'VAT', 23],
];

const ppm = (percent: number) => Math.round(percent * 10_000);

/** Every tax of the shop's countries. */
export function taxTerms(): TaxTermsRow[] {
  const states = [...stateRates.matchAll(/([A-Z]{2}) ([\d.]+)/g)].map(([, region = '', percent = '0']) => ({
    country: 'US',
    region,
    name: 'Sales tax',
    ratePpm: ppm(Number(percent)),
    inclusive: false,
    shippingTaxed: shippingTaxedIn.has(region),
  }));
  const abroad = included.map(([country, name, percent]) => ({
    country,
    region: '',
    name,
    ratePpm: ppm(percent),
    inclusive: true,
    shippingTaxed: true,
  }));
  // Territories and military posts, where the shop collects nothing.
  const elsewhere = {
    country: 'US',
    region: '',
    name: 'Sales tax',
    ratePpm: 0,
    inclusive: false,
    shippingTaxed: false,
  };
  const canada = {
    country: 'CA',
    region: '',
    name: 'GST',
    ratePpm: ppm(5),
    inclusive: false,
    shippingTaxed: true,
  };
  return [elsewhere, ...states, canada, ...abroad];
}

import { allocate } from './allocate.ts';
import { addMinor, containedMinor, percentOfMinor } from './money.ts';

/** What a product is to the tax: an ordinary good, one at its country's reduced rate, or nothing that is taxed when sold. */
export const taxCategories = ['standard', 'reduced', 'exempt', 'gift_card'] as const;

/** One of the categories a product is in. */
export type TaxCategory = (typeof taxCategories)[number];

// A gift card is money in another form: tax is due when it is spent. Source: directive 2006/112/EC, art. 30b (multi-purpose
// vouchers); US states tax what is bought with it.
const untaxed: ReadonlySet<string> = new Set<TaxCategory>(['exempt', 'gift_card']);

/** A rate as the shop keeps it, in parts per million. `region` '' is the whole country; one that `adds` comes on top of it. */
export interface TaxRateTerms {
  readonly country: string;
  readonly region: string;
  readonly category: string;
  readonly name: string;
  /** Who collects it, for people: "California". */
  readonly jurisdiction: string;
  readonly ratePpm: number;
  readonly shippingTaxed: boolean;
  readonly adds: boolean;
}

/** A line to tax: what is paid for it after discounts, in minor units. */
export interface TaxableLine {
  readonly id: string;
  readonly amountMinor: number;
  readonly category: string;
}

/** What the tax of an order is computed from. */
export interface TaxableGoods {
  readonly lines: readonly TaxableLine[];
  readonly shippingMinor: number;
}

/** The part of an order's tax that one jurisdiction gets at one rate, in minor units. */
export interface TaxShare {
  readonly name: string;
  readonly jurisdiction: string;
  readonly ratePpm: number;
  readonly taxableMinor: number;
  readonly taxMinor: number;
}

/** The tax of an order: for each line in the order asked, for shipping, and both by jurisdiction and rate. The shares sum to it. */
export interface TaxResult {
  /** The amounts asked about contain the tax. */
  readonly inclusive: boolean;
  readonly lines: readonly { readonly taxMinor: number; readonly ratePpm: number }[];
  readonly shippingTaxMinor: number;
  readonly shares: readonly TaxShare[];
}

/** Computes the tax of goods. Pure: what a service answers is wrapped in one. */
export type TaxOf = (goods: TaxableGoods) => TaxResult;

type Component = Pick<TaxRateTerms, 'name' | 'jurisdiction' | 'ratePpm' | 'shippingTaxed'>;

/**
 * The tax of goods sent to a place, by a table of rates: the region's rate in place of the country's, and on top of either what
 * `adds`; a category without a rate of its own is at the standard one. Each line is rounded once, half up, on the sum of its
 * rates, and then shared over the jurisdictions without loss (Streamlined Sales and Use Tax Agreement, § 324; HMRC VAT Notice 700,
 * § 17.5). Shipping follows the goods: it is split over the categories by their amounts and taxed at the rates that tax it.
 * @throws INPUT_INVALID, MONEY_OUT_OF_RANGE
 */
export function tableTax(
  rates: readonly TaxRateTerms[],
  place: { readonly country: string; readonly region: string | null; readonly inclusive: boolean },
): TaxOf {
  const { inclusive } = place;
  const componentsOf = (category: string) => findComponents(rates, place, category);
  return ({ lines, shippingMinor }) => {
    const levied = lines.map(({ amountMinor, category }) =>
      levy(amountMinor, componentsOf(category), inclusive),
    );
    const shipped = splitShipping(lines, shippingMinor).map(({ category, amountMinor }) =>
      levy(
        amountMinor,
        componentsOf(category).filter((component) => component.shippingTaxed),
        inclusive,
      ),
    );
    return {
      inclusive,
      lines: levied.map(sumOf),
      shippingTaxMinor: addMinor(...shipped.map((levies) => sumOf(levies).taxMinor)),
      shares: toShares([...levied, ...shipped].flat()),
    };
  };
}

/** One rate for everything. */
export function flatTax(terms: {
  readonly ratePpm: number;
  readonly inclusive: boolean;
  readonly shippingTaxed: boolean;
}): TaxOf {
  const rate = { country: '', region: '', category: 'standard', name: 'Tax', jurisdiction: '', adds: false };
  return tableTax([{ ...rate, ...terms }], { country: '', region: null, inclusive: terms.inclusive });
}

function findComponents(
  rates: readonly TaxRateTerms[],
  { country, region }: { readonly country: string; readonly region: string | null },
  category: string,
): Component[] {
  if (untaxed.has(category)) return [];
  const here = rates.filter((rate) => rate.country === country);
  const regional = here.filter((rate) => rate.region !== '' && rate.region === (region ?? '').toUpperCase());
  const replacing = regional.filter((rate) => !rate.adds);
  const base = pick(replacing.length > 0 ? replacing : here.filter((rate) => rate.region === ''), category);
  const names = new Set(regional.filter((rate) => rate.adds).map((rate) => rate.name));
  const added = [...names].map((name) =>
    pick(
      regional.filter((rate) => rate.adds && rate.name === name),
      category,
    ),
  );
  return [base, ...added].flatMap((rate) => (rate !== undefined && rate.ratePpm > 0 ? [rate] : []));
}

function pick(rates: readonly TaxRateTerms[], category: string): TaxRateTerms | undefined {
  return (
    rates.find((rate) => rate.category === category) ?? rates.find((rate) => rate.category === 'standard')
  );
}

function levy(amountMinor: number, components: readonly Component[], inclusive: boolean): TaxShare[] {
  const ratePpm = components.reduce((sum, component) => sum + component.ratePpm, 0);
  if (ratePpm === 0 || amountMinor === 0) return [];
  const taxMinor = inclusive ? containedMinor(amountMinor, ratePpm) : percentOfMinor(amountMinor, ratePpm);
  const shares = allocate(
    taxMinor,
    components.map((component) => component.ratePpm),
  );
  return components.map((component, index) => ({
    name: component.name,
    jurisdiction: component.jurisdiction,
    ratePpm: component.ratePpm,
    taxableMinor: inclusive ? amountMinor - taxMinor : amountMinor,
    taxMinor: shares[index] ?? 0,
  }));
}

function splitShipping(lines: readonly TaxableLine[], shippingMinor: number) {
  const goods = lines.filter((line) => line.amountMinor > 0 && line.category !== 'gift_card');
  if (goods.length === 0) return [{ category: 'standard', amountMinor: shippingMinor }];
  const parts = allocate(
    shippingMinor,
    goods.map((line) => line.amountMinor),
  );
  const byCategory = new Map<string, number>();
  for (const [index, { category }] of goods.entries()) {
    byCategory.set(category, (byCategory.get(category) ?? 0) + (parts[index] ?? 0));
  }
  return [...byCategory].map(([category, amountMinor]) => ({ category, amountMinor }));
}

function sumOf(levies: readonly TaxShare[]): { taxMinor: number; ratePpm: number } {
  return {
    taxMinor: addMinor(...levies.map((each) => each.taxMinor)),
    ratePpm: levies.reduce((sum, each) => sum + each.ratePpm, 0),
  };
}

function toShares(levies: readonly TaxShare[]): TaxShare[] {
  const shares = new Map<string, TaxShare>();
  for (const each of levies) {
    const key = `${each.jurisdiction}\n${each.name}\n${each.ratePpm}`;
    const before = shares.get(key);
    shares.set(key, {
      ...each,
      taxableMinor: addMinor(before?.taxableMinor ?? 0, each.taxableMinor),
      taxMinor: addMinor(before?.taxMinor ?? 0, each.taxMinor),
    });
  }
  return [...shares.values()];
}

/**
 * The tax of an order as rows for people: "Sales tax (California, 7.25%)". One row "Tax" for an order of before shares were kept, and
 * where tax would be added but there is none.
 */
export function taxRows(pricing: {
  readonly taxMinor: number;
  readonly taxes: readonly TaxShare[];
}): { readonly label: string; readonly amountMinor: number }[] {
  const { taxMinor, taxes } = pricing;
  const summed = taxes.reduce((sum, share) => sum + share.taxMinor, 0);
  if (taxes.length === 0 || summed !== taxMinor) return [{ label: 'Tax', amountMinor: taxMinor }];
  return taxes.map(({ name, jurisdiction, ratePpm, taxMinor: amountMinor }) => {
    const place = jurisdiction === '' ? '' : `${jurisdiction}, `;
    return { label: `${name} (${place}${ratePpm / 10_000}%)`, amountMinor };
  });
}

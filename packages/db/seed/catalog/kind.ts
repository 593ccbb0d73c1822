import type { BrandName } from './brands.ts';
import type { MaterialName } from './materials.ts';
import type { PaletteName } from './palettes.ts';

/** A second choice beside the colour; each step adds its share of the price and weight. */
export interface SecondOption {
  name: string;
  values: readonly string[];
  step: number;
}

/** A sort of product: what its pieces are called, cost and weigh, and what can truly be said of them. */
export interface Kind {
  /** Also the name of the silhouette. */
  code: string;
  category: string;
  brands: readonly BrandName[];
  nouns: readonly string[];
  materials: readonly MaterialName[];
  palette: PaletteName;
  /** Fewest and most colours of a product. */
  colours: readonly [number, number];
  second?: SecondOption;
  /** Lowest and highest price in whole US dollars. */
  usd: readonly [number, number];
  grams: number;
  care: 'Dishwasher safe' | 'Hand wash' | 'Machine wash' | 'Wipe clean' | 'Spot clean';
  occasions: readonly string[];
  /** One-line summaries; the collection's finish follows after a comma. `{m}` is the material. */
  leads: readonly string[];
  /** First sentences of the description. */
  openings: readonly string[];
  /** Facts; each product tells two of them. */
  details: readonly string[];
}

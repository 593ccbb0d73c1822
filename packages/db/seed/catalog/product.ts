import type { Currency } from '@turing/domain';
import type { Collection } from './collections.ts';
import type { Kind } from './kind.ts';
import type { MaterialName } from './materials.ts';
import type { ColourName } from './palettes.ts';

export interface CatalogPrice {
  amountMinor: number;
  compareAtMinor: number | null;
}

export interface CatalogVariant {
  sku: string;
  barcode: string;
  name: string;
  colour: ColourName;
  /** The value of the second option, where there is one. */
  second: string | null;
  weightGrams: number;
  prices: Record<Currency, CatalogPrice>;
}

export interface CatalogProduct {
  slug: string;
  name: string;
  noun: string;
  summary: string;
  description: string;
  kind: Kind;
  collection: Collection;
  material: MaterialName;
  madeIn: string;
  occasions: readonly string[];
  colours: readonly ColourName[];
  variants: readonly CatalogVariant[];
  status: 'active' | 'draft' | 'archived';
  featured: boolean;
  /** How often it is bought, next to others. */
  popularity: number;
  /** How well it is liked, round 0. */
  quality: number;
}

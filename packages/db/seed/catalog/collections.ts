import entries from '../content/collections.json' with { type: 'json' };
import type { BrandName, Motif } from './brands.ts';

/** A family of products of one house that share a decoration: its name, the finish in a phrase, and its story. */
export interface Collection {
  name: string;
  brand: BrandName;
  motif: Motif;
  finish: string;
  stories: readonly string[];
}

/** The collections of a house. */
export function collectionsOf(brand: BrandName): Collection[] {
  return entries[brand].map((entry) => ({ ...entry, brand, motif: entry.motif as Motif }));
}

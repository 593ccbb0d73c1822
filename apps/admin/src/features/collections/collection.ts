import type { RouterOutputs } from '@turing/client';

type StaffCollections = RouterOutputs['products']['staff']['collections'];

export type CollectionRow = StaffCollections['list']['items'][number];
export type Collection = StaffCollections['get'];
export type Member = StaffCollections['members']['items'][number];
export type Choices = RouterOutputs['products']['staff']['choices'];
export type CollectionSort = Collection['sort'];

const sorts: Readonly<Record<CollectionSort, string>> = {
  manual: 'As picked',
  featured: 'Featured first',
  newest: 'Newest first',
  best_selling: 'Best selling first',
  rating: 'Best rated first',
  price_asc: 'Cheapest first',
  price_desc: 'Dearest first',
};

/** The orders a collection can first have: only what was picked has one of its own. */
export function sortsOf(kind: Collection['kind']): { value: CollectionSort; label: string }[] {
  return (Object.keys(sorts) as CollectionSort[])
    .filter((sort) => kind === 'manual' || sort !== 'manual')
    .map((value) => ({ value, label: sorts[value] }));
}

export const kindLabels: Readonly<Record<Collection['kind'], string>> = {
  manual: 'Picked by hand',
  rules: 'By rules',
};

export function countProducts(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'product' : 'products'}`;
}

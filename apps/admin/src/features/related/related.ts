import type { RouterOutputs } from '@turing/client';

export type Related = RouterOutputs['products']['staff']['related']['get'];
export type RelatedProduct = Related['picked'][number];

export const mostPicked = 24;

/** The list with one entry moved by a step; the ends stay put. */
export function moveBy<Item>(items: readonly Item[], index: number, step: 1 | -1): Item[] {
  const target = index + step;
  const moved = items[index];
  if (moved === undefined || target < 0 || target >= items.length) return [...items];
  const rest = items.filter((_item, place) => place !== index);
  return [...rest.slice(0, target), moved, ...rest.slice(target)];
}

/** Whether two lists name the same products in the same order. */
export function isSameOrder(a: readonly { id: string }[], b: readonly { id: string }[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}

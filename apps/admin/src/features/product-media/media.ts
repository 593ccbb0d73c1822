import type { RouterOutputs } from '@turing/client';

export type ProductMedia = RouterOutputs['products']['staff']['media']['list'];
export type MediaItem = ProductMedia['items'][number];
export type MediaVariant = RouterOutputs['products']['staff']['media']['variants'][number];

/** The pictures with one of them at another place. */
export function moved(items: readonly MediaItem[], id: string, to: number): MediaItem[] {
  const item = items.find((each) => each.id === id);
  if (item === undefined) return [...items];
  return items.filter((each) => each.id !== id).toSpliced(Math.max(0, to), 0, item);
}

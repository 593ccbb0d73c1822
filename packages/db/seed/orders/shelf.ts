import type { CatalogProduct, CatalogVariant } from '../catalog/product.ts';
import type { Random } from '../random.ts';

/** A product as it lies in the shop: with its ids and the day it came. */
export interface ShelfProduct {
  id: string;
  product: CatalogProduct;
  publishedAt: Date | null;
  variants: readonly ShelfVariant[];
  imageKey: string;
}

export interface ShelfVariant {
  id: string;
  variant: CatalogVariant;
}

const winter = new Set(
  'blanket candle sweater beanie scarf socks casserole teapot mug cushion lantern puzzle bear boardgame'.split(
    ' ',
  ),
);
const summer = new Set(
  'tent campchair bottle tote cap tumbler umbrella suitcase packingcube backpack carafe towel'.split(' '),
);

function seasonFactor(code: string, month: number): number {
  const cold = month >= 9 || month <= 1;
  const warm = month >= 4 && month <= 7;
  if (winter.has(code)) return cold ? 2.1 : 0.6;
  return summer.has(code) && warm ? 2 : 1;
}

/** Picks what people buy in a month: popular things more often, blankets in winter, tents in summer. */
export function createPicker(shelf: readonly ShelfProduct[]) {
  const byMonth = Array.from({ length: 12 }, (_, month) =>
    cumulate(shelf.map(({ product }) => product.popularity * seasonFactor(product.kind.code, month))),
  );
  return (random: Random, at: Date): { item: ShelfProduct; bought: ShelfVariant } => {
    const sums = byMonth[at.getUTCMonth()] ?? [];
    for (;;) {
      const item = shelf[search(sums, random.next() * (sums.at(-1) ?? 0))];
      if (item !== undefined && item.publishedAt !== null && item.publishedAt < at) {
        return { item, bought: random.pick(item.variants) };
      }
    }
  };
}

function cumulate(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

function search(sums: readonly number[], wanted: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

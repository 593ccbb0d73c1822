export interface PriceRange {
  readonly minMinor: number;
  readonly maxMinor: number;
  readonly count: number;
}

const mostRanges = 5;

/** Up to five ranges with about as many products in each, cut at round amounts; none where they would tell nothing. */
export function choosePriceRanges(prices: ReadonlyMap<number, number>): PriceRange[] {
  // By the engine, as numbers: there may be as many prices as products.
  const sorted = Float64Array.from(prices.keys()).sort();
  const [lowest = 0] = sorted;
  const highest = sorted.at(-1) ?? 0;
  let total = 0;
  for (const count of prices.values()) total += count;
  const cuts: number[] = [];
  let passed = 0;
  for (const price of sorted) {
    if (cuts.length === mostRanges - 1) break;
    if (passed >= (total * (cuts.length + 1)) / mostRanges) {
      const cut = roundDown(price);
      if (cut > (cuts.at(-1) ?? lowest)) cuts.push(cut);
    }
    passed += prices.get(price) ?? 0;
  }
  const starts = [roundDown(lowest), ...cuts];
  const ranges = starts.map((minMinor, index) => {
    const maxMinor = (starts[index + 1] ?? highest + 1) - 1;
    return { minMinor, maxMinor, count: 0 };
  });
  for (const [price, count] of prices) {
    const range = ranges.findLast(({ minMinor }) => price >= minMinor);
    if (range !== undefined) range.count += count;
  }
  const filled = ranges.filter(({ count }) => count > 0);
  return filled.length > 1 ? filled : [];
}

/** To one or two leading digits: 3,895 is 3,500, 12,300 is 10,000. */
function roundDown(amount: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(amount, 1)))) / 2;
  return Math.floor(amount / step) * step;
}

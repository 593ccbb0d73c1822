export interface PriceRange {
  readonly minMinor: number;
  readonly maxMinor: number;
  readonly count: number;
}

const mostRanges = 5;

/** Up to five ranges with about as many products in each, cut at round amounts; none where they would tell nothing. */
export function choosePriceRanges(prices: ReadonlyMap<number, number>): PriceRange[] {
  const sorted = [...prices].toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const cuts: number[] = [];
  let passed = 0;
  for (const [price, count] of sorted) {
    if (passed >= (total * (cuts.length + 1)) / mostRanges && cuts.length < mostRanges - 1) {
      const cut = roundDown(price);
      if (cut > (cuts.at(-1) ?? sorted[0]?.[0] ?? 0)) cuts.push(cut);
    }
    passed += count;
  }
  const [lowest] = sorted[0] ?? [0];
  const [highest] = sorted.at(-1) ?? [0];
  const starts = [roundDown(lowest), ...cuts];
  const ranges = starts.map((minMinor, index) => {
    const maxMinor = (starts[index + 1] ?? highest + 1) - 1;
    const count = sorted.reduce(
      (sum, [price, own]) => (price >= minMinor && price <= maxMinor ? sum + own : sum),
      0,
    );
    return { minMinor, maxMinor, count };
  });
  const filled = ranges.filter(({ count }) => count > 0);
  return filled.length > 1 ? filled : [];
}

/** To one or two leading digits: 3,895 is 3,500, 12,300 is 10,000. */
function roundDown(amount: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(amount, 1)))) / 2;
  return Math.floor(amount / step) * step;
}

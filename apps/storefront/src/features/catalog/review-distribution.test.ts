import { describe, expect, it } from 'vitest';
import { toDistribution } from './review-distribution.ts';

describe('toDistribution', () => {
  it('takes the totals, five first', () => {
    const rows = toDistribution([
      { rating: 1, count: 1 },
      { rating: 5, count: 2 },
      { rating: 4, count: 1 },
    ]);
    expect(rows.map((row) => row.count)).toEqual([2, 1, 0, 0, 1]);
    expect(rows[0]?.share).toBe(0.5);
  });

  it('divides nothing by nothing', () => {
    expect(toDistribution([]).every((row) => row.share === 0)).toBe(true);
  });
});

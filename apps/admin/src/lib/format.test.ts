import { describe, expect, it } from 'vitest';
import {
  count,
  few,
  formatCompactMoney,
  formatDay,
  formatPriceRange,
  formatRelative,
  humanise,
} from './format.ts';

describe('format', () => {
  it('says how long ago something was', () => {
    expect(formatRelative('2026-11-22T10:00:00.000Z', new Date('2026-11-22T13:00:00.000Z'))).toBe(
      '3 hours ago',
    );
  });

  it('writes calendar days without moving them between time zones', () => {
    expect(formatDay('2026-11-01')).toBe('1 Nov');
  });

  it('turns codes into words', () => {
    expect(humanise('insufficient_funds')).toBe('Insufficient funds');
  });

  it('shortens large amounts', () => {
    expect(formatCompactMoney(1_234_500, 'USD')).toBe('$12.3K');
  });

  it('writes one price or a range', () => {
    expect(formatPriceRange({ minMinor: 1999, maxMinor: 1999, currency: 'EUR' })).toBe('€19.99');
    expect(formatPriceRange({ minMinor: 1999, maxMinor: 2500, currency: 'USD' })).toBe('$19.99 – $25.00');
    expect(formatPriceRange({ minMinor: null, maxMinor: null, currency: 'USD' })).toBeNull();
  });

  it('counts', () => {
    expect([count(1, 'item'), count(0, 'item'), count(1200, 'item')]).toEqual([
      '1 item',
      '0 items',
      '1,200 items',
    ]);
  });

  it('names a few of many', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    expect([few(names.slice(0, 2)), few(names.slice(0, 6)), few(names)]).toEqual([
      'a, b',
      'a, b, c, d, e, f',
      'a, b, c, d, e, f and 2 more',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { matches } from './match.ts';

describe('matches', () => {
  it.each(['', 'ord', 'ship ORD', '  to '])('finds "Orders to ship" by %j', (query) => {
    expect(matches(query, 'Orders to ship')).toBe(true);
  });

  it.each(['rders', 'ship products'])('does not find it by %j', (query) => {
    expect(matches(query, 'Orders to ship')).toBe(false);
  });
});

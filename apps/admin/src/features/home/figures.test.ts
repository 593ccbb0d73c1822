import { describe, expect, it } from 'vitest';
import { figuresOf, formatChange, greetingAt, type Summary } from './figures.ts';

const summary: Summary = {
  toShip: 0,
  awaitingPayment: 0,
  inReview: 0,
  currency: 'USD',
  days: [
    { date: '2026-11-01', orders: 1, revenueMinor: 1000 },
    { date: '2026-11-02', orders: 2, revenueMinor: 2001 },
  ],
  previousOrders: 2,
  previousRevenueMinor: 2000,
};

describe('figuresOf', () => {
  it('adds up the days and compares them with the days before', () => {
    expect(figuresOf(summary)).toEqual({
      revenueMinor: { now: 3001, change: 0.5005 },
      orders: { now: 3, change: 0.5 },
      averageMinor: { now: 1000, change: 0 },
    });
  });

  it('knows no change against nothing, and no average of nothing', () => {
    const empty = figuresOf({ ...summary, days: [], previousOrders: 0, previousRevenueMinor: 0 });
    expect(empty.revenueMinor).toEqual({ now: 0, change: null });
    expect(empty.averageMinor).toEqual({ now: 0, change: null });
  });
});

describe('formatChange', () => {
  it.each([
    [0.5005, '+50%'],
    [-0.034, '−3.4%'],
    [0, '0%'],
    [0.0001, '0%'],
    [12.5, '+1,250%'],
  ])('writes %d as %s', (change, text) => {
    expect(formatChange(change)).toBe(text);
  });
});

describe('greetingAt', () => {
  it.each([
    [5, 'Good morning'],
    [12, 'Good afternoon'],
    [20, 'Good evening'],
  ])('greets at %i with %s', (hour, greeting) => {
    expect(greetingAt(hour)).toBe(greeting);
  });
});

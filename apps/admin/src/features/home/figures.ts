import type { RouterOutputs } from '@turing/client';

export type Summary = RouterOutputs['orders']['staff']['summary'];

export interface Figure {
  readonly now: number;
  /** Growth against the thirty days before, as a fraction; null when those had none. */
  readonly change: number | null;
}

export interface Figures {
  readonly revenueMinor: Figure;
  readonly orders: Figure;
  readonly averageMinor: Figure;
}

/** The last thirty days in three numbers. An average is rounded to a whole minor unit. */
export function figuresOf(summary: Summary): Figures {
  const revenueMinor = summary.days.reduce((sum, day) => sum + day.revenueMinor, 0);
  const orders = summary.days.reduce((sum, day) => sum + day.orders, 0);
  return {
    revenueMinor: { now: revenueMinor, change: changeOf(revenueMinor, summary.previousRevenueMinor) },
    orders: { now: orders, change: changeOf(orders, summary.previousOrders) },
    averageMinor: {
      now: averageOf(revenueMinor, orders),
      change: changeOf(
        averageOf(revenueMinor, orders),
        averageOf(summary.previousRevenueMinor, summary.previousOrders),
      ),
    },
  };
}

function averageOf(totalMinor: number, orders: number): number {
  return orders === 0 ? 0 : Math.round(totalMinor / orders);
}

function changeOf(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / before;
}

/** `+12%`, `−3.4%`, `0%`: whole percents from ten on. */
export function formatChange(change: number): string {
  const percent = Math.abs(change) * 100;
  const digits = percent >= 10 ? 0 : 1;
  const rounded = Number(percent.toFixed(digits));
  if (rounded === 0) return '0%';
  return `${change < 0 ? '−' : '+'}${rounded.toLocaleString('en-US')}%`;
}

export function greetingAt(hour: number): string {
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}

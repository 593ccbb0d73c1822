import type { ChosenOrder } from './use-order-selection.ts';

/** Tracking numbers by the order's id, from lines of an order's number and its parcel's: `1001 1Z999`. */
export function readTracking(text: string, orders: readonly ChosenOrder[]): Record<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const [, number, tracking] = /^\s*#?(\d+)[\s,;]+(\S.*?)\s*$/u.exec(line) ?? [];
    const order = orders.find((each) => String(each.number) === number);
    return order === undefined || tracking === undefined ? [] : [[order.id, tracking] as const];
  });
  return Object.fromEntries(pairs);
}

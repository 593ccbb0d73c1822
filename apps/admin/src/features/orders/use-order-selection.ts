'use client';

import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { OrderRow } from './order.ts';

export type ChosenOrder = Pick<OrderRow, 'id' | 'version' | 'number'>;

export interface OrderSelection {
  readonly chosen: readonly ChosenOrder[];
  /** The row the keyboard is at. */
  readonly current: string | null;
  readonly has: (id: string) => boolean;
  readonly toggle: (order: OrderRow) => void;
  readonly choose: (orders: readonly ChosenOrder[]) => void;
  readonly clear: () => void;
}

/**
 * Which orders are chosen; they stay so on other pages of the same list. By keyboard: j and k move, x chooses, o opens.
 */
export function useOrderSelection(
  orders: readonly OrderRow[],
  open: (order: OrderRow) => void,
): OrderSelection {
  const [chosen, setChosen] = useState<readonly ChosenOrder[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  const at = orders.findIndex(({ id }) => id === current);
  const has = (id: string) => chosen.some((order) => order.id === id);
  const toggle = (order: OrderRow) =>
    setChosen(has(order.id) ? chosen.filter(({ id }) => id !== order.id) : [...chosen, order]);
  const step = (by: number) => {
    const next = orders[Math.min(Math.max(at + by, 0), orders.length - 1)];
    setCurrent(next?.id ?? null);
  };
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['x', () => orders[at] !== undefined && toggle(orders[at])],
    ['o', () => orders[at] !== undefined && open(orders[at])],
  ]);
  // As they are now: what was chosen and has changed since would be refused.
  const fresh = chosen.map((order) => orders.find(({ id }) => id === order.id) ?? order);
  return { chosen: fresh, current, has, toggle, choose: setChosen, clear: () => setChosen([]) };
}

import type { Order } from './queries.ts';

export interface OrderStep {
  readonly name: string;
  /** When it happened, as far as that is known. */
  readonly at: string | null;
  readonly state: 'done' | 'current' | 'ahead';
}

type Fields = Pick<Order, 'status' | 'placedAt' | 'confirmedAt' | 'shipments'>;

const reached = { pending: 0, confirmed: 1, shipped: 2, delivered: 3 } as const;

/** The way of an order from placed to delivered; none for one that ended otherwise. */
export function listSteps({ status, placedAt, confirmedAt, shipments }: Fields): OrderStep[] {
  if (status === 'cancelled' || status === 'expired') return [];
  const position = reached[status];
  const dates = [placedAt, confirmedAt, shipments.at(-1)?.shippedAt ?? null, null];
  return ['Placed', 'Paid', 'Shipped', 'Delivered'].map((name, index) => ({
    name,
    at: index <= position ? (dates[index] ?? null) : null,
    state: stateOf(index, position),
  }));
}

function stateOf(index: number, position: number): OrderStep['state'] {
  if (index === position) return 'current';
  return index < position ? 'done' : 'ahead';
}

import type { OrderState } from '@turing/domain';
import type { Random } from '../random.ts';

/** What became of an order: its state, its money and how much of it has left. */
export interface Fate {
  status: OrderState;
  /** Whether it was ever paid. */
  paid: boolean;
  refund: 'none' | 'part' | 'all';
  shipped: 'none' | 'part' | 'all';
}

const fates = {
  pending: { status: 'pending', paid: false, refund: 'none', shipped: 'none' },
  toShip: { status: 'confirmed', paid: true, refund: 'none', shipped: 'none' },
  partlyShipped: { status: 'confirmed', paid: true, refund: 'none', shipped: 'part' },
  shipped: { status: 'shipped', paid: true, refund: 'none', shipped: 'all' },
  delivered: { status: 'delivered', paid: true, refund: 'none', shipped: 'all' },
  partlyRefunded: { status: 'delivered', paid: true, refund: 'part', shipped: 'all' },
  refunded: { status: 'delivered', paid: true, refund: 'all', shipped: 'all' },
  expired: { status: 'expired', paid: false, refund: 'none', shipped: 'none' },
  cancelledUnpaid: { status: 'cancelled', paid: false, refund: 'none', shipped: 'none' },
  cancelledPaid: { status: 'cancelled', paid: true, refund: 'all', shipped: 'none' },
} as const satisfies Record<string, Fate>;

const past: readonly (readonly [fate: Fate, share: number])[] = [
  [fates.delivered, 890],
  [fates.expired, 38],
  [fates.partlyRefunded, 26],
  [fates.cancelledPaid, 18],
  [fates.refunded, 14],
  [fates.cancelledUnpaid, 14],
];

const pendingCount = 3;
const toShipCount = 25;
const onTheWayCount = 24;

/** The fate of each of `count` orders, oldest first: the last are still to be paid, before them those to be shipped. */
export function planFates(random: Random, count: number): Fate[] {
  const scale = Math.min(1, count / 400);
  const pending = Math.max(2, Math.round(pendingCount * scale));
  const toShip = Math.ceil(toShipCount * scale);
  const onTheWay = Math.ceil(onTheWayCount * scale);
  return Array.from({ length: count }, (_, index) => {
    const fromEnd = count - 1 - index;
    if (fromEnd < pending) return fates.pending;
    if (fromEnd < pending + toShip) return fromEnd % 9 === 8 ? fates.partlyShipped : fates.toShip;
    if (fromEnd < pending + toShip + onTheWay) return fates.shipped;
    return past[random.weighted(past.map(([, share]) => share))]?.[0] ?? fates.delivered;
  });
}

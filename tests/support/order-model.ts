import type { ApiClient, RouterOutputs } from '@turing/client';
import type { Random } from '@turing/db/testing';
import { canTransition, fulfilmentStateOf, type OrderState } from '@turing/domain';

type OrderView = RouterOutputs['orders']['staff']['get'];

/** An order as one thread would know it. */
export interface ModelOrder {
  readonly status: OrderState;
  readonly lines: readonly ModelLine[];
}

interface ModelLine {
  readonly id: string;
  readonly quantity: number;
  readonly fulfilledQuantity: number;
}

export interface StaffWrite {
  readonly id: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/** What a clerk wants of an order: how it is asked of the shop, and what becomes of the model, null where it is refused. */
export interface Wish {
  readonly name: string;
  readonly ask: (client: ApiClient, write: StaffWrite) => Promise<OrderView>;
  readonly apply: (order: ModelOrder) => ModelOrder | null;
}

export function modelOf({ status, lines }: Pick<OrderView, 'status' | 'lines'>): ModelOrder {
  return {
    status,
    lines: lines.map(({ id, quantity, fulfilledQuantity }) => ({ id, quantity, fulfilledQuantity })),
  };
}

export function ship(view: OrderView, random: Random): Wish {
  const parcel = view.lines
    .map(({ id, quantity }) => ({ orderLineId: id, quantity: 1 + Math.floor(random() * quantity) }))
    .filter((_, index) => index === 0 || random() < 0.5);
  return {
    name: 'ship',
    ask: (client, write) =>
      client.orders.staff.ship.mutate({
        ...write,
        lines: parcel,
        carrier: 'UPS',
        trackingNumber: null,
      }),
    apply: (order) => {
      if (order.status !== 'confirmed') return null;
      const lines = order.lines.map((line) => {
        const packed = parcel.find(({ orderLineId }) => orderLineId === line.id)?.quantity ?? 0;
        return { ...line, fulfilledQuantity: line.fulfilledQuantity + packed };
      });
      if (lines.some((line) => line.fulfilledQuantity > line.quantity)) return null;
      return { lines, status: fulfilmentStateOf(lines) === 'fulfilled' ? 'shipped' : 'confirmed' };
    },
  };
}

function move(order: ModelOrder, status: OrderState): ModelOrder | null {
  return canTransition(order.status, status) ? { ...order, status } : null;
}

export const cancel: Wish = {
  name: 'cancel',
  ask: (client, write) => client.orders.staff.cancel.mutate({ ...write, reason: 'Nobody wants it' }),
  apply: (order) => (fulfilmentStateOf(order.lines) === 'unfulfilled' ? move(order, 'cancelled') : null),
};

export const deliver: Wish = {
  name: 'deliver',
  ask: (client, write) => client.orders.staff.markDelivered.mutate(write),
  apply: (order) => move(order, 'delivered'),
};

/** Something that may be done with the order that is looked at, or may not. */
export function wishFor(view: OrderView, random: Random): Wish {
  const dice = random();
  if (dice < 0.6) return ship(view, random);
  return dice < 0.75 ? cancel : deliver;
}

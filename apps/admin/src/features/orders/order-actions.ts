import { canTransition, type Permission, refundableMinor, unshippedQuantity } from '@turing/domain';
import type { OrderLine, StaffOrder } from './order.ts';

export interface OrderActions {
  readonly ship: boolean;
  readonly deliver: boolean;
  readonly cancel: boolean;
}

/** What this member of staff can do with the order now. Nothing of a cancelled order may have left the house. */
export function actionsFor(
  order: Pick<StaffOrder, 'status' | 'fulfilmentStatus' | 'lines'>,
  permissions: readonly Permission[],
): OrderActions {
  const { status, fulfilmentStatus, lines } = order;
  return {
    ship:
      permissions.includes('orders:ship') &&
      status === 'confirmed' &&
      lines.some((line) => remaining(line) > 0),
    deliver: permissions.includes('orders:ship') && canTransition(status, 'delivered'),
    cancel:
      permissions.includes('orders:cancel') &&
      canTransition(status, 'cancelled') &&
      fulfilmentStatus === 'unfulfilled',
  };
}

/** What else: a part of the order, or after it. `returnable` is how many units may come back. */
export function moreActionsFor(
  order: Pick<StaffOrder, 'status' | 'lines' | 'capturedMinor' | 'creditMinor'>,
  { permissions, returnable }: { permissions: readonly Permission[]; returnable: number },
) {
  const { status, lines, capturedMinor, creditMinor } = order;
  const units = lines.reduce((sum, { quantity, cancelledQuantity }) => sum + quantity - cancelledQuantity, 0);
  return {
    cancelItems:
      permissions.includes('orders:cancel') &&
      status === 'confirmed' &&
      units > 1 &&
      lines.some((line) => remaining(line) > 0),
    refund: permissions.includes('orders:refund') && capturedMinor + creditMinor > 0,
    takeBack: permissions.includes('orders:write') && returnable > 0,
    flag: permissions.includes('orders:write'),
  };
}

/** Units of a line that have not been shipped. */
export function remaining(
  line: Pick<OrderLine, 'quantity' | 'fulfilledQuantity' | 'cancelledQuantity'>,
): number {
  return unshippedQuantity(line);
}

/** What cancelling gives back to the customer. */
export function refundOnCancel(order: Pick<StaffOrder, 'capturedMinor' | 'refundedMinor'>): number {
  return refundableMinor(order);
}

const settleMs = 120_000;

/** Whether the refund of a just cancelled order is still on its way: it is made after the cancellation. */
export function isSettling(
  order: Pick<StaffOrder, 'status' | 'cancelledAt' | 'capturedMinor' | 'refundedMinor'>,
  now = new Date(),
): boolean {
  if (order.status !== 'cancelled' || order.cancelledAt === null) return false;
  return refundOnCancel(order) > 0 && now.getTime() - Date.parse(order.cancelledAt) < settleMs;
}

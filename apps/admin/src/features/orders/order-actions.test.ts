import { permissions, roles } from '@turing/domain';
import { describe, expect, it } from 'vitest';
import { actionsFor, isSettling, moreActionsFor, refundOnCancel, remaining } from './order-actions.ts';
import type { OrderLine, StaffOrder } from './order.ts';

const line = { quantity: 2, fulfilledQuantity: 0, cancelledQuantity: 0 } as OrderLine;
const order: Pick<StaffOrder, 'status' | 'fulfilmentStatus' | 'lines'> = {
  status: 'confirmed',
  fulfilmentStatus: 'unfulfilled',
  lines: [line],
};

describe('actionsFor', () => {
  it('offers shipping and cancelling of a confirmed order', () => {
    expect(actionsFor(order, permissions)).toEqual({ ship: true, deliver: false, cancel: true });
  });

  it('does not offer to cancel what has partly left', () => {
    const partly = {
      ...order,
      fulfilmentStatus: 'partially_fulfilled' as const,
      lines: [{ ...line, fulfilledQuantity: 1 }],
    };
    expect(actionsFor(partly, permissions)).toEqual({ ship: true, deliver: false, cancel: false });
  });

  it.each([
    ['pending', { ship: false, deliver: false, cancel: true }],
    ['shipped', { ship: false, deliver: true, cancel: false }],
    ['delivered', { ship: false, deliver: false, cancel: false }],
    ['cancelled', { ship: false, deliver: false, cancel: false }],
    ['expired', { ship: false, deliver: false, cancel: false }],
  ] as const)('offers what a %s order allows', (status, actions) => {
    expect(actionsFor({ ...order, status }, permissions)).toEqual(actions);
  });

  it('offers a role what it may do, no more', () => {
    expect(actionsFor(order, roles.fulfilment)).toEqual({ ship: true, deliver: false, cancel: false });
    expect(actionsFor(order, roles.support)).toEqual({ ship: false, deliver: false, cancel: true });
    expect(actionsFor(order, roles.analyst)).toEqual({ ship: false, deliver: false, cancel: false });
  });
});

describe('money of a cancellation', () => {
  it('is what was captured and not yet given back', () => {
    expect(refundOnCancel({ capturedMinor: 5000, refundedMinor: 1200 })).toBe(3800);
  });

  it('settles within two minutes or is left alone', () => {
    const cancelled = {
      status: 'cancelled' as const,
      cancelledAt: '2026-11-22T10:00:00.000Z',
      capturedMinor: 5000,
      refundedMinor: 0,
    };
    expect(isSettling(cancelled, new Date('2026-11-22T10:01:00.000Z'))).toBe(true);
    expect(isSettling(cancelled, new Date('2026-11-22T10:03:00.000Z'))).toBe(false);
    expect(isSettling({ ...cancelled, refundedMinor: 5000 }, new Date('2026-11-22T10:01:00.000Z'))).toBe(
      false,
    );
  });
});

describe('remaining', () => {
  it('is what has not been shipped', () => {
    expect(remaining({ quantity: 4, fulfilledQuantity: 1, cancelledQuantity: 1 })).toBe(2);
  });
});

describe('moreActionsFor', () => {
  const paid = { ...order, capturedMinor: 100, creditMinor: 0 };

  it('offers to cancel a part of what has not left, not the only thing there is', () => {
    expect(moreActionsFor(paid, { permissions, returnable: 0 })).toEqual({
      cancelItems: true,
      refund: true,
      takeBack: false,
      flag: true,
    });
    const single = { ...paid, lines: [{ ...line, quantity: 1 }] };
    expect(moreActionsFor(single, { permissions, returnable: 0 }).cancelItems).toBe(false);
  });

  it('takes back what was sent, and refunds what was paid, also with credit', () => {
    const shipped = { ...paid, status: 'shipped' as const, capturedMinor: 0, creditMinor: 5 };
    expect(moreActionsFor(shipped, { permissions, returnable: 2 })).toMatchObject({
      cancelItems: false,
      refund: true,
      takeBack: true,
    });
    expect(moreActionsFor(shipped, { permissions: roles.fulfilment, returnable: 2 })).toEqual({
      cancelItems: false,
      refund: false,
      takeBack: false,
      flag: false,
    });
  });
});

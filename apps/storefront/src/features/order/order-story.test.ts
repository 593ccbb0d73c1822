import { fulfilmentStates, orderStates, paymentStates } from '@turing/domain';
import { describe, expect, it } from 'vitest';
import { labelOrder } from '../../lib/order-status.ts';
import { tellOrder } from './order-story.ts';

const order = {
  status: 'pending',
  paymentStatus: 'pending',
  paymentFailure: null,
  fulfilmentStatus: 'unfulfilled',
  refundedMinor: 0,
  paymentMethod: 'card',
  openMinor: 0,
  differenceMinor: 0,
  currency: 'USD',
  email: 'jo@example.com',
} as const;

describe('what an order says', () => {
  it('has words for every state', () => {
    for (const status of orderStates) {
      for (const paymentStatus of paymentStates) {
        for (const fulfilmentStatus of fulfilmentStates) {
          const states = { ...order, status, paymentStatus, fulfilmentStatus };
          expect(tellOrder(states, null).title).not.toBe('');
          expect(tellOrder(states, null).text).toMatch(/\.$/u);
          expect(labelOrder(states).text).not.toBe('');
        }
      }
    }
  });

  it('offers to pay only while that is possible', () => {
    expect(tellOrder(order, null)).toMatchObject({ title: 'Awaiting payment', payable: true });
    expect(tellOrder({ ...order, status: 'expired' }, null).payable).toBe(false);
    expect(tellOrder({ ...order, paymentStatus: 'review' }, null).payable).toBe(false);
    expect(tellOrder({ ...order, status: 'confirmed', paymentStatus: 'captured' }, null).payable).toBe(false);
  });

  it('says why a card was declined', () => {
    const declined = { ...order, paymentStatus: 'failed', paymentFailure: 'insufficient_funds' } as const;
    expect(tellOrder(declined, 'paid')).toMatchObject({
      title: 'Payment declined',
      tone: 'bad',
      payable: true,
    });
    expect(tellOrder(declined, 'paid').text).toContain('enough funds');
    expect(tellOrder({ ...declined, paymentFailure: 'new_code' }, null).text).toContain('declined');
  });

  it('thanks whoever has just paid', () => {
    const paid = { ...order, status: 'confirmed', paymentStatus: 'captured' } as const;
    expect(tellOrder(paid, 'paid').title).toBe('Thank you. Payment received');
    expect(tellOrder(paid, null).title).toBe('Confirmed. Payment received');
  });

  it('looks again while a payment is on its way', () => {
    expect(tellOrder(order, 'paid').lookAgain).toBe(3);
    expect(tellOrder({ ...order, status: 'shipped' }, null).lookAgain).toBeNull();
  });

  it('says what went back', () => {
    const cancelled = {
      ...order,
      status: 'cancelled',
      paymentStatus: 'refunded',
      refundedMinor: 1250,
    } as const;
    expect(tellOrder(cancelled, null).text).toContain('$12.50');
    expect(tellOrder({ ...cancelled, refundedMinor: 0, paymentStatus: 'cancelled' }, null).text).toContain(
      'Nothing was charged',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { interpretStripeEvent } from './stripe-events.ts';

const attemptId = '0193afe0-c57a-744a-a3e6-02fc7efa3b83';

function event(type: string, object: unknown) {
  return { id: 'evt_1', type, payload: { data: { object } } };
}

const session = {
  id: 'cs_1',
  payment_status: 'paid',
  payment_intent: 'pi_1',
  amount_total: 5500,
  currency: 'usd',
};

describe('an event of Stripe', () => {
  test('of a paid session is a capture, with the payment as an id or expanded', () => {
    const captured = {
      kind: 'captured',
      sessionRef: 'cs_1',
      paymentRef: 'pi_1',
      amountMinor: 5500,
      currency: 'USD',
    };
    expect(interpretStripeEvent(event('checkout.session.completed', session))).toEqual(captured);
    const expanded = { ...session, payment_intent: { id: 'pi_1', object: 'payment_intent' } };
    expect(interpretStripeEvent(event('checkout.session.async_payment_succeeded', expanded))).toEqual(
      captured,
    );
  });

  test('of a session that is complete but not paid yet means nothing', () => {
    const processing = { ...session, payment_status: 'unpaid' };
    expect(interpretStripeEvent(event('checkout.session.completed', processing))).toBeNull();
  });

  test('of a declined card names the attempt and the issuer’s reason', () => {
    const declined = {
      metadata: { attemptId },
      last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
    };
    expect(interpretStripeEvent(event('payment_intent.payment_failed', declined))).toEqual({
      kind: 'declined',
      attemptId,
      failure: 'insufficient_funds',
    });
    const withoutReason = { metadata: { attemptId }, last_payment_error: null };
    expect(interpretStripeEvent(event('payment_intent.payment_failed', withoutReason))).toMatchObject({
      failure: 'declined',
    });
  });

  test('of an expired session and of a refund carry what was expired and refunded', () => {
    expect(
      interpretStripeEvent(event('checkout.session.expired', { ...session, payment_status: 'unpaid' })),
    ).toEqual({
      kind: 'session_expired',
      sessionRef: 'cs_1',
    });
    expect(
      interpretStripeEvent(event('charge.refunded', { payment_intent: 'pi_1', amount_refunded: 700 })),
    ).toEqual({ kind: 'refunded', paymentRef: 'pi_1', refundedMinor: 700 });
  });

  test.each([
    ['payment_intent.created', { metadata: { attemptId } }],
    ['payment_intent.payment_failed', { metadata: {} }],
    ['payment_intent.payment_failed', { metadata: { attemptId: 'not ours' } }],
    ['checkout.session.completed', { ...session, payment_intent: null }],
    ['checkout.session.completed', 'garbage'],
    ['constructor', {}],
  ])('%s that says nothing about a payment of ours means nothing', (type, object) => {
    expect(interpretStripeEvent(event(type, object))).toBeNull();
    expect(interpretStripeEvent({ id: 'evt_2', type, payload: {} })).toBeNull();
  });
});

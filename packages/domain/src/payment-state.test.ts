import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  nextPaymentState,
  paymentTransitions,
  refundableMinor,
  terminalPaymentStates,
} from './payment-state.ts';

test('a payment moves along these edges and no others', () => {
  expect(paymentTransitions.map((edge) => `${edge.from} → ${edge.to}`).toSorted()).toEqual([
    'authorised → cancelled',
    'authorised → captured',
    'cancelled → captured',
    'captured → partially_refunded',
    'captured → refunded',
    'failed → authorised',
    'failed → cancelled',
    'failed → captured',
    'failed → review',
    'partially_captured → captured',
    'partially_captured → partially_captured',
    'partially_captured → partially_refunded',
    'partially_captured → refunded',
    'partially_refunded → partially_refunded',
    'partially_refunded → partially_refunded',
    'partially_refunded → partially_refunded',
    'partially_refunded → refunded',
    'pending → authorised',
    'pending → cancelled',
    'pending → captured',
    'pending → failed',
    'pending → partially_captured',
    'pending → review',
    'review → captured',
    'review → refunded',
  ]);
});

test('only a full refund is final', () => {
  expect(terminalPaymentStates).toEqual(['refunded']);
});

test('money is captured once', () => {
  expect(() => nextPaymentState('captured', 'captured')).toThrow('PAYMENT_TRANSITION_REFUSED');
});

test('what is refundable is what was captured and not yet refunded', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
      const [refundedMinor, capturedMinor] = a < b ? [a, b] : [b, a];
      const left = refundableMinor({ capturedMinor, refundedMinor });
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + refundedMinor).toBe(capturedMinor);
    }),
  );
  expect(() => refundableMinor({ capturedMinor: 1, refundedMinor: 2 })).toThrow('REFUND_EXCEEDS_CAPTURE');
});

import { expect, test } from 'vitest';
import { assessRisk, type RiskFacts } from './order-risk.ts';

const fine: RiskFacts = {
  currency: 'USD',
  totalMinor: 8000,
  country: 'US',
  requestCountry: 'US',
  earlierOrders: 2,
  ordersWithinHour: 1,
  declinedPayments: 0,
};

test('an ordinary order looks fine, and so does one of which less is known', () => {
  expect(assessRisk(fine)).toEqual([]);
  expect(assessRisk({ ...fine, requestCountry: null, earlierOrders: 0 })).toEqual([]);
});

test('a high first order and many orders hold', () => {
  expect(assessRisk({ ...fine, earlierOrders: 0, totalMinor: 50_000 })).toMatchObject([
    { rule: 'high_first_order', holds: true },
  ]);
  expect(assessRisk({ ...fine, totalMinor: 50_000 })).toEqual([]);
  expect(assessRisk({ ...fine, ordersWithinHour: 4 })).toMatchObject([{ rule: 'many_orders', holds: true }]);
});

test('a strange country or declined cards hold only together with something else', () => {
  expect(assessRisk({ ...fine, requestCountry: 'BR' })).toMatchObject([
    { rule: 'country_mismatch', holds: false },
  ]);
  expect(assessRisk({ ...fine, declinedPayments: 3 })).toMatchObject([{ holds: false }]);
  expect(assessRisk({ ...fine, requestCountry: 'BR', declinedPayments: 3 })).toMatchObject([
    { rule: 'country_mismatch', holds: true },
    { rule: 'failed_payments', holds: true },
  ]);
});

import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from './order.ts';
import { timelineSentence } from './timeline-sentence.ts';

const base: TimelineEntry = {
  id: '1',
  kind: 'placed',
  fromStatus: null,
  toStatus: 'pending',
  actorKind: 'guest',
  actorName: null,
  data: {},
  createdAt: '2026-11-22T10:00:00.000Z',
};
const order = {
  cancelReason: null,
  shipments: [
    {
      id: 's1',
      carrier: 'UPS',
      trackingNumber: null,
      trackingUrl: null,
      deliveredAt: null,
      shippedAt: '2026-11-22T10:00:00.000Z',
      lines: [
        { orderLineId: 'a', quantity: 2 },
        { orderLineId: 'b', quantity: 1 },
      ],
    },
  ],
};

describe('timelineSentence', () => {
  it.each<[Partial<TimelineEntry>, string]>([
    [{}, 'The customer placed the order.'],
    [{ kind: 'paid', actorKind: 'system' }, 'The payment arrived and the order was confirmed.'],
    [
      { kind: 'shipped', actorKind: 'staff', actorName: 'Ada', data: { shipmentId: 's1' } },
      'Ada shipped 3 items with UPS.',
    ],
    [{ kind: 'shipped', actorKind: 'staff' }, 'A member of staff shipped the order.'],
    [
      { kind: 'cancelled', actorKind: 'staff', actorName: 'Ada', data: { reason: 'Customer asked.' } },
      'Ada cancelled the order: Customer asked.',
    ],
    [
      { kind: 'payment_declined', data: { failure: 'insufficient_funds' } },
      'A payment was declined: insufficient funds.',
    ],
    [
      { kind: 'refunded', data: { amountMinor: 1999, currency: 'USD' } },
      '$19.99 was refunded to the customer.',
    ],
    [
      {
        kind: 'payment_in_review',
        data: { expectedMinor: 1999, expectedCurrency: 'EUR', receivedMinor: 5, receivedCurrency: 'jpy' },
      },
      'An amount in JPY arrived instead of €19.99; someone has to look at it.',
    ],
    [
      { kind: 'paid_too_late', data: { outcome: 'out_of_stock' } },
      'The payment arrived after the stock had gone, so it is given back.',
    ],
    [{ kind: 'gift_wrapped' }, 'Gift wrapped.'],
  ])('puts %j into words', (entry, sentence) => {
    expect(timelineSentence({ ...base, ...entry }, order)).toBe(sentence);
  });
});

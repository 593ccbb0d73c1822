import { describe, expect, it } from 'vitest';
import { listSteps } from './order-steps.ts';

const order = { placedAt: '2026-11-01T10:00:00Z', confirmedAt: '2026-11-01T10:05:00Z', shipments: [] };

describe('listSteps', () => {
  it('stands where the order is', () => {
    const steps = listSteps({ ...order, status: 'confirmed' });
    expect(steps.map((step) => step.state)).toEqual(['done', 'current', 'ahead', 'ahead']);
    expect(steps[1]?.at).toBe(order.confirmedAt);
  });

  it('dates nothing that has not happened', () => {
    const steps = listSteps({ ...order, confirmedAt: null, status: 'pending' });
    expect(steps.map((step) => step.at)).toEqual([order.placedAt, null, null, null]);
  });

  it('has no way for an order that ended otherwise', () => {
    expect(listSteps({ ...order, status: 'cancelled' })).toEqual([]);
    expect(listSteps({ ...order, status: 'expired' })).toEqual([]);
  });
});

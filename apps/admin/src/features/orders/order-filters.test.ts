import { describe, expect, it } from 'vitest';
import { isNarrowed, readOrderFilters, toListInput, writeOrderFilters } from './order-filters.ts';

const none = readOrderFilters(new URLSearchParams());

describe('order filters', () => {
  it('survive the address bar', () => {
    const address =
      'q=ada%40x.example&status=confirmed&payment=captured&fulfilment=unfulfilled&from=2026-11-01&to=2026-11-02&after=a&after=b';
    expect(writeOrderFilters(readOrderFilters(new URLSearchParams(address))).toString()).toBe(address);
  });

  it('ignore what nobody could have chosen', () => {
    expect(readOrderFilters(new URLSearchParams('status=lost&from=yesterday&to=2026-13-45x'))).toEqual(none);
  });

  it('ask for whole days of the reader', () => {
    const input = toListInput({ ...none, from: '2026-11-01', to: '2026-11-01' });
    expect(Date.parse(input.to ?? '') - Date.parse(input.from ?? '')).toBe(86_400_000);
    expect(new Date(input.from ?? '').getHours()).toBe(0);
  });

  it('ask for the page the last cursor leads to', () => {
    expect(toListInput({ ...none, cursors: ['a', 'b'] })).toEqual({ limit: 25, cursor: 'b' });
  });

  it('tell a narrowed list from a tab', () => {
    expect(isNarrowed({ ...none, status: 'confirmed' })).toBe(false);
    expect(isNarrowed({ ...none, payment: 'failed' })).toBe(true);
  });
});

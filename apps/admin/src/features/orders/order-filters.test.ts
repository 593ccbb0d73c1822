import { describe, expect, it } from 'vitest';
import {
  exportHref,
  isSame,
  noFilters,
  ofView,
  readOrderFilters,
  toListInput,
  toViewFilters,
  writeOrderFilters,
} from './order-filters.ts';

const read = (address: string) => readOrderFilters(new URLSearchParams(address));

describe('order filters', () => {
  it('survive the address bar', () => {
    const address =
      'q=ada%40x.example&status=confirmed&payment=captured&fulfilment=unfulfilled&from=2026-11-01&to=2026-11-02&country=DE&tag=vip&sku=A-1&code=SPRING&risk=held&returns=open&currency=EUR&min=10&max=20.50&sort=total_desc&after=a&after=b';
    expect(writeOrderFilters(read(address)).toString()).toBe(address);
  });

  it('ignore what nobody could have chosen', () => {
    expect(read('status=lost&from=yesterday&to=2026-13-45x&country=XX&min=much&sort=random')).toEqual(
      noFilters,
    );
  });

  it('ask for whole days of the reader', () => {
    const input = toListInput({ ...noFilters, from: '2026-11-01', to: '2026-11-01' });
    expect(Date.parse(input.to ?? '') - Date.parse(input.from ?? '')).toBe(86_400_000);
    expect(new Date(input.from ?? '').getHours()).toBe(0);
  });

  it('ask for the page the last cursor leads to', () => {
    expect(toListInput({ ...noFilters, cursors: ['a', 'b'] })).toEqual({ limit: 25, cursor: 'b' });
  });

  it('compare totals in one currency', () => {
    expect(toListInput(read('min=10.50&currency=GBP'))).toMatchObject({ currency: 'GBP', totalFrom: 1050 });
    expect(toListInput(read('sort=total_asc'))).toMatchObject({ currency: 'USD', sort: 'total_asc' });
  });

  it('come back from a view as they were, but for the words', () => {
    const filters = read(
      'q=ada&status=confirmed&from=2026-11-01&to=2026-11-03&tag=vip&min=5.00&currency=EUR&sort=oldest',
    );
    const view = toViewFilters(filters);
    expect(view).not.toHaveProperty('query');
    expect(isSame(ofView(view), { ...filters, q: '' })).toBe(true);
    expect(isSame(filters, { ...filters, cursors: ['a'] })).toBe(true);
  });

  it('lead to the file with what they find', () => {
    expect(exportHref('lines', read('status=pending'))).toBe('/api/orders/export?kind=lines&status=pending');
  });
});

import { expect, it } from 'vitest';
import { exportHref, filterOf } from './filters.ts';

it('reads whole days and passes the filter on to the file', () => {
  const filter = filterOf(
    new URLSearchParams({ from: '2026-01-02', to: '2026-01-02', text: ' lamp ', action: '' }),
  );
  expect(Date.parse(String(filter.to)) - Date.parse(String(filter.from))).toBe(24 * 3_600_000);
  expect(filter).toMatchObject({ text: 'lamp', action: undefined });
  expect(exportHref({ text: 'a b' })).toBe('/api/audit/export?text=a+b');
  expect(exportHref(filterOf(new URLSearchParams({ from: 'yesterday' })))).toBe('/api/audit/export');
});

import { expect, test } from 'vitest';
import { codesCsv } from './codes-csv.ts';

test('one line for each code, after the names of the columns', () => {
  const code = { id: 'a', code: 'GIFT-A', usageLimit: 1, uses: 0, createdAt: '2026-11-22T00:00:00.000Z' };
  expect(codesCsv([code, { ...code, code: 'GIFT-B', usageLimit: null, uses: 3 }])).toBe(
    'code,usage_limit,uses,created_at\r\nGIFT-A,1,0,2026-11-22T00:00:00.000Z\r\nGIFT-B,,3,2026-11-22T00:00:00.000Z\r\n',
  );
});

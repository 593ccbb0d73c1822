import { expect, test } from 'vitest';
import { chooseRegion, type Region } from './choose-region.ts';

const region = (code: string, countries: string[], isDefault = false): Region => ({
  code,
  name: code,
  currency: 'EUR',
  taxInclusive: true,
  locale: 'en-IE',
  countries,
  isDefault,
});
const regions = [region('eu', ['DE', 'FR']), region('us', ['US'], true), region('uk', ['GB'])];

test.each([
  ['uk', 'DE', 'uk'],
  [null, 'DE', 'eu'],
  ['gone', 'GB', 'uk'],
  [null, 'JP', 'us'],
  [null, null, 'us'],
])('chosen %s, seen in %s: %s', (code, country, expected) => {
  expect(chooseRegion(regions, { code, country }).code).toBe(expected);
});

test('without regions everybody is in one', () => {
  expect(chooseRegion([], { code: 'eu', country: 'DE' })).toMatchObject({ currency: 'USD', countries: [] });
});

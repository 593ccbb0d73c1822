import { describe, expect, it } from 'vitest';
import { emptyAddress, fromAddress, readAddress, toPostalAddress } from './address-values.ts';

const address = {
  name: 'Ada Marlowe',
  line1: '1912 SW Morrison Street',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
  phone: null,
};

describe('the fields of an address', () => {
  it('come back from a form as they went in', () => {
    const values = fromAddress(address);
    expect(toPostalAddress(readAddress((name) => values[name]))).toEqual(address);
  });

  it('start where the currency is at home', () => {
    expect(emptyAddress('Ada', 'GBP')).toMatchObject({ name: 'Ada', country: 'GB', line1: '' });
  });

  it('are of a country the shop ships to, whatever a form says', () => {
    expect(readAddress(() => 'XX').country).toBe('US');
  });
});

import { describe, expect, it } from 'vitest';
import { addressLines } from './address-lines.ts';

const address = {
  name: 'Ada Lovelace',
  line1: '12 St James Square',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
  phone: null,
};

describe('addressLines', () => {
  it('puts state and ZIP code behind the city in the United States', () => {
    expect(addressLines(address, 'United States')).toEqual([
      'Ada Lovelace',
      '12 St James Square',
      'Portland, OR 97205',
      'United States',
    ]);
  });

  it('puts the postal code before the city elsewhere', () => {
    const berlin = {
      ...address,
      line2: 'Hinterhaus',
      city: 'Berlin',
      region: null,
      postalCode: '10115',
      country: 'DE',
    };
    expect(addressLines(berlin, 'Germany')).toEqual([
      'Ada Lovelace',
      '12 St James Square',
      'Hinterhaus',
      '10115 Berlin',
      'Germany',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { errorsOf, findErrors } from './checkout-errors.ts';
import { emptyValues, readValues, toAddress, toTaxRegion } from './checkout-values.ts';

const good = {
  ...emptyValues('USD', { email: 'jo@example.com', name: 'Jo Shopper' }),
  line1: '1 Main Street',
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
};
const failure = { requestId: null, fields: [], details: {} } as const;

describe('checkout fields', () => {
  it('finds nothing wrong with a good address', () => {
    expect(findErrors(good)).toEqual({});
  });

  it('says what is wrong, field by field', () => {
    const errors = findErrors({ ...good, email: 'jo@', city: '', region: '', postalCode: '1' });
    expect(Object.keys(errors).sort()).toEqual(['city', 'email', 'postalCode', 'region']);
    expect(errors.postalCode).toContain('ZIP code');
  });

  it('reads the fields the API complains about', () => {
    const fields = [
      { field: 'city', message: 'Enter a town or city.' },
      { field: 'unheard', message: 'of' },
    ];
    expect(errorsOf({ ...failure, code: 'ADDRESS_INVALID', details: { fields } })).toEqual({
      city: 'Enter a town or city.',
    });
    const invalid = [{ path: 'address.line1', message: 'Too small' }];
    expect(Object.keys(errorsOf({ ...failure, code: 'INPUT_INVALID', fields: invalid }))).toEqual(['line1']);
    expect(errorsOf({ ...failure, code: 'CART_EMPTY' })).toEqual({});
  });

  it('starts in the country of the currency', () => {
    expect(emptyValues('GBP', { email: '', name: '' }).country).toBe('GB');
    expect(emptyValues('EUR', { email: '', name: '' }).country).toBe('DE');
  });

  it('falls back on a country it ships to', () => {
    expect(readValues((name) => (name === 'country' ? 'XX' : '')).country).toBe('US');
  });

  it('sends empty optional fields as nothing', () => {
    expect(toAddress(good)).toMatchObject({ line2: null, phone: null, region: 'OR' });
  });

  it('taxes by region codes only', () => {
    expect(toTaxRegion(good)).toBe('OR');
    expect(toTaxRegion({ ...good, region: 'Oregon' })).toBeNull();
    expect(toTaxRegion({ ...good, country: 'DE', region: 'Bayern' })).toBeNull();
  });
});

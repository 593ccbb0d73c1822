import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressData } from './address-data.ts';
import { addressLabel } from './address-label.ts';
import { normaliseAddress, validateAddress, type PostalAddress } from './address.ts';
import { countries, isCountryCode } from './countries.ts';
import { readAddressData } from '../tools/read-address-data.ts';

const address: PostalAddress = {
  name: 'Robin Hale',
  line1: '1120 SW Fifth Avenue',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97204',
  country: 'US',
  phone: '+1 503 555 0100',
};

function fieldsOf(change: Partial<PostalAddress>): string[] {
  return validateAddress({ ...address, ...change }).map((issue) => issue.field);
}

test.each([
  {},
  { postalCode: '97204-1912', phone: null, line2: 'Floor 3' },
  { country: 'CA', region: 'ON', city: 'Ottawa', postalCode: 'K1A 0B1' },
  { country: 'CA', region: 'qc', city: 'Montreal', postalCode: 'h3z2y7' },
  { country: 'GB', region: null, city: 'London', postalCode: 'SW1A 1AA' },
  { country: 'GB', region: null, city: 'Leeds', postalCode: 'ls1 4dy' },
  { country: 'GB', region: 'Kent', city: 'Dover', postalCode: 'CT16 1LB' },
  { country: 'IE', region: 'Co. Cork', city: 'Cork', postalCode: 'T12 X2AC' },
  { country: 'IE', region: null, city: 'Dublin', postalCode: 'D6WXY12' },
  { country: 'DE', region: null, city: 'Berlin', postalCode: '10115' },
  { country: 'FR', region: null, city: 'Paris', postalCode: '75 001' },
  { country: 'NL', region: null, city: 'Amsterdam', postalCode: '1012 JS' },
  { country: 'ES', region: 'Madrid', city: 'Madrid', postalCode: '28013' },
  { country: 'IT', region: 'RM', city: 'Roma', postalCode: '00144' },
])('accepts %j', (change) => {
  expect(validateAddress({ ...address, ...change })).toEqual([]);
});

test.each<[Partial<PostalAddress>, string[]]>([
  [{ name: ' ' }, ['name']],
  [{ line1: '', city: '' }, ['line1', 'city']],
  [{ region: null }, ['region']],
  [{ region: 'ON' }, ['region']],
  [{ region: 'constructor' }, ['region']],
  [{ postalCode: '9720' }, ['postalCode']],
  [{ postalCode: '97204_1912' }, ['postalCode']],
  [{ country: 'CA', region: 'OR', postalCode: '97204' }, ['region', 'postalCode']],
  [{ country: 'CA', region: 'ON', postalCode: 'D1A 0B1' }, ['postalCode']],
  [{ country: 'GB', region: null, postalCode: 'SW1A 1A' }, ['postalCode']],
  [{ country: 'IE', region: null, postalCode: 'B02 AF30' }, ['postalCode']],
  [{ country: 'NL', region: null, postalCode: '0012 JS' }, ['postalCode']],
  [{ country: 'ES', postalCode: '53001' }, ['postalCode']],
  [{ country: 'IT', region: ' ', postalCode: '00144' }, ['region']],
  [{ country: 'IT', region: 'Bavaria', postalCode: '00144' }, ['region']],
  [{ country: 'GB', region: null, postalCode: 'QQ1A 1AA' }, ['postalCode']],
  [{ country: 'us' }, ['country']],
  [{ country: 'XX' }, ['country']],
  [{ country: 'toString' }, ['country']],
  [{ phone: 'call me' }, ['phone']],
  [{ phone: '12345' }, ['phone']],
  [{ name: 'x'.repeat(101), line2: 'x'.repeat(101) }, ['name', 'line2']],
  [{ city: 'Port\u0000land', line1: '1 Main\nStreet' }, ['line1', 'city']],
])('refuses %j in %j', (change, fields) => {
  expect(fieldsOf(change)).toEqual(fields);
});

describe('every country', () => {
  test.each(Object.entries(countries))(
    '%s accepts its own example and names it in the refusal',
    (country, format) => {
      expect(isCountryCode(country)).toBe(true);
      const region = format.regions === null ? 'Somewhere' : Object.keys(format.regions)[0]!;
      const there = { ...address, country, region, postalCode: format.postalCodeExample };
      expect(validateAddress(there)).toEqual([]);
      expect(validateAddress({ ...there, postalCode: '?' })).toEqual([
        { field: 'postalCode', message: expect.stringContaining(format.postalCodeExample) },
      ]);
    },
  );
});

test('any text gets an answer: one issue per field at most', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 300 }),
  );
  const anything = fc.record({
    name: text,
    line1: text,
    line2: fc.option(text),
    city: text,
    region: fc.option(text),
    postalCode: text,
    country: fc.oneof(text, fc.constantFrom(...Object.keys(countries))),
    phone: fc.option(text),
  });
  fc.assert(
    fc.property(anything, (typed) => {
      const fields = validateAddress(typed).map((issue) => issue.field);
      expect(new Set(fields).size).toBe(fields.length);
    }),
  );
});

test('the data are those of the library', () => {
  expect(addressData).toEqual(readAddressData());
});

test('an address is kept tidy, its region by code', () => {
  expect(
    normaliseAddress({
      ...address,
      name: ' Robin ',
      line2: '  ',
      region: 'oregon',
      postalCode: ' 97204 ',
      phone: '',
    }),
  ).toEqual({ ...address, name: 'Robin', phone: null });
  const irish = { ...address, country: 'IE', region: 'Co. Cork', postalCode: 't12 x2ac' };
  expect(normaliseAddress(irish)).toMatchObject({ region: 'CO', postalCode: 'T12 X2AC' });
  expect(normaliseAddress({ ...address, country: 'GB', region: 'Kent' }).region).toBe('Kent');
});

test('tidying changes nothing twice and turns nothing wrong', () => {
  const places = Object.entries(countries).map(([country, format]) => ({
    ...address,
    country,
    region: format.regions === null ? 'Somewhere' : Object.values(format.regions).at(-1)!,
    postalCode: format.postalCodeExample.toLowerCase(),
  }));
  for (const place of places) {
    const once = normaliseAddress(place);
    expect(validateAddress(once)).toEqual([]);
    expect(normaliseAddress(once)).toEqual(once);
  }
});

test.each<[Partial<PostalAddress>, string[]]>([
  [{}, ['Robin Hale', '1120 SW Fifth Avenue', 'Portland, OR 97204', 'United States']],
  [
    { line2: 'Floor 3', country: 'DE', region: null, city: 'Berlin', postalCode: '10115' },
    ['Robin Hale', '1120 SW Fifth Avenue', 'Floor 3', '10115 Berlin', 'Germany'],
  ],
  [
    { country: 'GB', region: null, city: 'London', postalCode: 'SW1A 1AA' },
    ['Robin Hale', '1120 SW Fifth Avenue', 'London', 'SW1A 1AA', 'United Kingdom'],
  ],
  [
    { country: 'IT', region: 'RM', city: 'Roma', postalCode: '00144' },
    ['Robin Hale', '1120 SW Fifth Avenue', '00144 Roma RM', 'Italy'],
  ],
  [
    { country: 'XX', region: null, city: 'Nowhere' },
    ['Robin Hale', '1120 SW Fifth Avenue', 'Nowhere, 97204', 'XX'],
  ],
])('the label of %j', (change, lines) => {
  expect(addressLabel({ ...address, ...change })).toEqual(lines);
});

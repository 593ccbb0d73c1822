import { describe, expect, it } from 'vitest';
import { emptyValues, readValues, toAddress, withAddress } from './checkout-values.ts';

const saved = {
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Ada Marlowe',
  line1: '48 Quai de Jemmapes',
  line2: null,
  city: 'Paris',
  region: null,
  postalCode: '75010',
  country: 'FR',
  phone: null,
};

const empty = emptyValues('USD', { email: 'ada@example.com', name: 'Ada' });

describe('withAddress', () => {
  it('puts a saved address into the fields and leaves the rest', () => {
    const values = withAddress({ ...empty, note: 'Ring twice' }, saved);
    const { id, ...address } = saved;
    expect(toAddress(values)).toEqual(address);
    expect(values).toMatchObject({ email: 'ada@example.com', note: 'Ring twice', addressId: id });
  });

  it('leaves an address alone where nothing ships', () => {
    expect(withAddress(empty, { ...saved, country: 'AQ' })).toEqual(empty);
  });

  it('survives the form', () => {
    const values = withAddress(empty, saved);
    expect(readValues((name) => values[name])).toEqual(values);
  });
});

import { expect, test } from 'vitest';
import { type Attribute, describeAttribute } from './attribute.ts';

const attribute: Attribute = {
  id: 'a',
  version: 1,
  code: 'colour',
  name: 'Colour',
  kind: 'choice',
  unit: null,
  filterable: true,
  productCount: 1200,
  values: [{ id: 'v', code: 'red', label: 'Red', productCount: 1 }],
};

test('an attribute tells how much of it there is', () => {
  expect(describeAttribute(attribute)).toBe('1 value · 1,200 products');
  expect(describeAttribute({ ...attribute, kind: 'number', unit: 'cm', productCount: 1 })).toBe(
    'in cm · 1 product',
  );
  expect(describeAttribute({ ...attribute, kind: 'text' })).toBe('1,200 products');
});

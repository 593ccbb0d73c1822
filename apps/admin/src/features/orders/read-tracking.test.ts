import { expect, it } from 'vitest';
import { readTracking } from './read-tracking.ts';

const orders = [
  { id: 'a', version: 1, number: 1001 },
  { id: 'b', version: 1, number: 1002 },
];

it('reads an order and its number from each line', () => {
  expect(readTracking('#1001 1Z 999\n 1002;1Z888 \n1003 1Z777\n\nnonsense', orders)).toEqual({
    a: '1Z 999',
    b: '1Z888',
  });
});

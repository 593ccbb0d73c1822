import { expect, test } from 'vitest';
import { codeFor, readEmails } from './group.ts';

test('addresses are found however they were copied', () => {
  expect(readEmails('Ada <ADA@x.example>, bob@y.example;bob@y.example\ncy@z.example.')).toEqual([
    'ada@x.example',
    'bob@y.example',
    'cy@z.example',
  ]);
  expect(readEmails('nobody')).toEqual([]);
});

test('a code is made of a name', () => {
  expect(codeFor('  Trade customers (EU) ')).toBe('trade-customers-eu');
  expect(codeFor('Café & Bar')).toBe('cafe-bar');
});

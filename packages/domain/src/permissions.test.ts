import { expect, test } from 'vitest';
import { permissions, roleAllows, roles } from './permissions.ts';

test.each([
  [
    'owner',
    'orders:read orders:ship orders:cancel orders:refund products:read products:write prices:write stock:write reviews:moderate customers:read staff:manage',
  ],
  [
    'manager',
    'orders:read orders:ship orders:cancel orders:refund products:read products:write prices:write stock:write reviews:moderate customers:read',
  ],
  ['fulfilment', 'orders:read orders:ship products:read stock:write'],
  ['support', 'orders:read orders:cancel orders:refund products:read reviews:moderate customers:read'],
  ['analyst', 'orders:read products:read customers:read'],
])('%s may do this and nothing else', (role, allowed) => {
  expect(permissions.filter((permission) => roleAllows(role, permission)).join(' ')).toBe(allowed);
});

test('every role is covered above', () => {
  expect(Object.keys(roles)).toEqual(['owner', 'manager', 'fulfilment', 'support', 'analyst']);
});

test.each(['', 'Owner', 'admin', 'constructor', '__proto__'])('%j is no role and may do nothing', (role) => {
  expect(permissions.some((permission) => roleAllows(role, permission))).toBe(false);
});

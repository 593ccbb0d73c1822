import { expect, test } from 'vitest';
import { isForTokens, isPermission, movesMoney, permissions, roleAllows, roles } from './permissions.ts';

test.each([
  [
    'owner',
    'orders:read orders:write orders:ship orders:cancel orders:refund credit:read credit:write products:read products:write prices:write promotions:write stock:write reviews:moderate customers:read customers:write customers:erase settings:write audit:read tokens:manage staff:manage',
  ],
  [
    'manager',
    'orders:read orders:write orders:ship orders:cancel orders:refund credit:read credit:write products:read products:write prices:write promotions:write stock:write reviews:moderate customers:read customers:write customers:erase settings:write audit:read',
  ],
  ['fulfilment', 'orders:read orders:ship products:read stock:write'],
  [
    'support',
    'orders:read orders:write orders:cancel orders:refund credit:read credit:write products:read reviews:moderate customers:read customers:write',
  ],
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

test('roles that move money are those that need a second factor', () => {
  expect(Object.entries(roles).flatMap(([role, held]) => (movesMoney(held) ? [role] : []))).toEqual([
    'owner',
    'manager',
    'support',
  ]);
  expect(movesMoney([])).toBe(false);
});

test('no token makes people or tokens', () => {
  expect(permissions.filter((permission) => !isForTokens(permission))).toEqual([
    'tokens:manage',
    'staff:manage',
  ]);
});

test.each([
  ['orders:read', true],
  ['orders:burn', false],
  ['', false],
  ['toString', false],
])('%j is a permission: %j', (text, expected) => {
  expect(isPermission(text)).toBe(expected);
});

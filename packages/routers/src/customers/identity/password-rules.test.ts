import { describe, expect, it } from 'vitest';
import { findPasswordFault } from './password-rules.ts';

const fault = (password: string) => findPasswordFault(password, 'ada.marlowe@example.com');

describe('findPasswordFault', () => {
  it.each([
    ['nine-long', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(64) + 'y'.repeat(65), 'PASSWORD_TOO_LONG'],
    ['1234567890', 'PASSWORD_COMMON'],
    ['qwertyuiop', 'PASSWORD_COMMON'],
    ['Password123!', 'PASSWORD_COMMON'],
    ['!!Football2026', 'PASSWORD_COMMON'],
    ['aaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['abababababab', 'PASSWORD_COMMON'],
    ['abcdefghijklmn', 'PASSWORD_COMMON'],
    ['9876543210', 'PASSWORD_COMMON'],
    ['Ada.Marlowe@Example.com', 'PASSWORD_IS_EMAIL'],
    ['ada.marlowe', 'PASSWORD_IS_EMAIL'],
  ])('refuses %s', (password, expected) => {
    expect(fault(password)).toBe(expected);
  });

  it.each([
    'correct-horse-battery',
    'seven quiet otters',
    'no capitals no digits',
    'пароль из пяти слов',
    '短いけれど覚えやすい合言葉',
    'x7Kp2mQ9wZ',
    'turing-commerce-shopper',
  ])('asks for no kinds of characters: %s', (password) => {
    expect(fault(password)).toBeNull();
  });
});

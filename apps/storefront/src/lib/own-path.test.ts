import { describe, expect, it } from 'vitest';
import { toOwnPath } from './own-path.ts';

describe('toOwnPath', () => {
  it('leads to pages of the shop', () => {
    expect(toOwnPath('/p/mug?review=1')).toBe('/p/mug?review=1');
    expect(toOwnPath('/checkout')).toBe('/checkout');
  });

  it.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'account',
  ])('leads nowhere else: %j', (wanted) => {
    expect(toOwnPath(wanted)).toBe('/account');
  });
});

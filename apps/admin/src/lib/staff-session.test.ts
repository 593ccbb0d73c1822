import { describe, expect, it } from 'vitest';
import { signInOutcome } from './staff-session.ts';

describe('signInOutcome', () => {
  it.each([
    [200, 'signed-in'],
    [400, 'wrong-credentials'],
    [401, 'wrong-credentials'],
    [403, 'inactive'],
    [429, 'limited'],
    [500, 'failed'],
    [503, 'unreachable'],
  ] as const)('reads %i as %s', (status, outcome) => {
    expect(signInOutcome(status)).toBe(outcome);
  });

  it('knows when a code is still wanted', () => {
    expect(signInOutcome(200, { twoFactorRedirect: true })).toBe('code-wanted');
    expect(signInOutcome(200, { user: {} })).toBe('signed-in');
  });
});

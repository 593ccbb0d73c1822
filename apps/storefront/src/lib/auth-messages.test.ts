import { describe, expect, it } from 'vitest';
import { authMessageOf } from './auth-messages.ts';

describe('authMessageOf', () => {
  it('speaks by code', () => {
    expect(authMessageOf(422, 'USER_ALREADY_EXISTS')).toContain('Sign in instead');
    expect(authMessageOf(400, 'PASSWORD_TOO_SHORT')).toContain('longer');
  });

  it('never says which of the two was wrong', () => {
    expect(authMessageOf(401, null)).toBe(authMessageOf(401, 'INVALID_EMAIL_OR_PASSWORD'));
  });

  it('blames itself for its own faults', () => {
    expect(authMessageOf(503, null)).toContain('does not work at the moment');
    expect(authMessageOf(429, null)).toContain('Wait');
  });
});

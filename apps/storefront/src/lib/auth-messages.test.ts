import { describe, expect, it } from 'vitest';
import { authMessageOf, providerMessageOf } from './auth-messages.ts';

const refusal = (status: number, code: string | null = null, retryAfter: number | null = null) =>
  authMessageOf({ status, code, retryAfter });

describe('authMessageOf', () => {
  it('speaks by code', () => {
    expect(refusal(400, 'PASSWORD_COMMON')).toContain('Too many people');
    expect(refusal(400, 'PASSWORD_TOO_SHORT')).toContain('longer');
  });

  it('never says which of the two was wrong', () => {
    expect(refusal(401)).toBe(refusal(401, 'INVALID_EMAIL_OR_PASSWORD'));
  });

  it('blames itself for its own faults', () => {
    expect(refusal(503)).toContain('does not work at the moment');
  });

  it('says how long to wait, and the way round it', () => {
    expect(refusal(429)).toContain('Wait a minute');
    expect(refusal(429, 'SIGN_IN_DELAYED', 480)).toContain('Wait 8 minutes, or choose a new password');
  });
});

describe('providerMessageOf', () => {
  it('has a sentence for whatever a provider answers', () => {
    expect(providerMessageOf(undefined)).toBeNull();
    expect(providerMessageOf('email_not_checked')).toContain('has not confirmed');
    expect(providerMessageOf('something_new')).toContain('did not work');
  });
});

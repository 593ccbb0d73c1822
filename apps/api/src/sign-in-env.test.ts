import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findSignInProblem, providersOf, signInVariables } from './sign-in-env.ts';

const read = (variables: Record<string, string>) => z.object(signInVariables).parse(variables);
const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' };

describe('the providers of the environment', () => {
  it('are none unless they are set up', () => {
    const env = read({});
    expect(findSignInProblem(env)).toBeNull();
    expect(providersOf(env)).toEqual({ google: null, oidc: null });
  });

  it('are those of which everything is there', () => {
    const env = read({ ...google, ...oidc, OIDC_NAME: 'Example ID' });
    expect(findSignInProblem(env)).toBeNull();
    expect(providersOf(env)).toEqual({
      google: { clientId: 'id', clientSecret: 'secret' },
      oidc: { issuer: 'https://id.example', clientId: 'id', clientSecret: 'secret', name: 'Example ID' },
    });
  });

  it.each([
    [{ GOOGLE_CLIENT_ID: 'id' }, 'GOOGLE_CLIENT_SECRET'],
    [{ GOOGLE_CLIENT_SECRET: 'secret' }, 'GOOGLE_CLIENT_ID'],
    [{ ...oidc, OIDC_ISSUER: '' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_CLIENT_ID'],
  ])('are refused by halves: %j', (variables, missing) => {
    const given = Object.entries(variables).filter(([, value]) => value !== '');
    expect(findSignInProblem(read(Object.fromEntries(given)))?.path).toBe(missing);
  });
});

import type { ProviderSettings } from '@turing/routers';
import { z } from 'zod';

/** Who else may say who a customer is, and who is asked about passwords. */
export const signInVariables = {
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  /** Any provider that speaks OpenID Connect, by the address below which its discovery document lies. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/u }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What its button says. */
  OIDC_NAME: z.string().max(40).default('single sign-on'),
  /** `haveibeenpwned`: new passwords are looked up there, by five characters of a hash. */
  PASSWORD_BREACH_CHECK: z.enum(['off', 'haveibeenpwned']).default('off'),
};

const schema = z.object(signInVariables);
type SignInEnv = z.output<typeof schema>;

const groups = [
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const;

/** Variables that are missing beside others that are there, or null. */
export function findSignInProblem(
  env: SignInEnv,
): { readonly path: string; readonly message: string } | null {
  for (const group of groups) {
    const missing = group.find((name) => env[name] === undefined);
    const given = group.find((name) => env[name] !== undefined);
    if (missing === undefined || given === undefined) continue;
    return { path: missing, message: `goes with ${given}: set ${group.join(', ')}, or none of them` };
  }
  return null;
}

export function providersOf(env: SignInEnv): ProviderSettings {
  const { GOOGLE_CLIENT_ID: googleId, GOOGLE_CLIENT_SECRET: googleSecret } = env;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  return {
    google:
      googleId === undefined || googleSecret === undefined
        ? null
        : { clientId: googleId, clientSecret: googleSecret },
    oidc:
      issuer === undefined || clientId === undefined || clientSecret === undefined
        ? null
        : { issuer, clientId, clientSecret, name: env.OIDC_NAME },
  };
}

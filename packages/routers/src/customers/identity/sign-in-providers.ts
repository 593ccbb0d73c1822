import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { z } from 'zod';

/** Who else may say who a customer is. Null: nobody set it up. */
export interface ProviderSettings {
  readonly google: { readonly clientId: string; readonly clientSecret: string } | null;
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    /** What its button says. */
    readonly name: string;
  } | null;
}

/** A button on the sign-in page. */
export interface SignInProvider {
  readonly id: 'google' | 'oidc';
  readonly name: string;
}

export function listProviders({ google, oidc }: ProviderSettings): SignInProvider[] {
  return [
    ...(google === null ? [] : [{ id: 'google' as const, name: 'Google' }]),
    ...(oidc === null ? [] : [{ id: 'oidc' as const, name: oidc.name }]),
  ];
}

// Browsers come back through the app's own origin.
const callbackUrl = (appUrl: string, id: SignInProvider['id']) =>
  `${appUrl}/api/auth/customer/callback/${id}`;

export function socialProviders(
  { google }: ProviderSettings,
  appUrl: string,
): NonNullable<BetterAuthOptions['socialProviders']> {
  if (google === null) return {};
  return { google: { ...google, redirectURI: callbackUrl(appUrl, 'google'), disableIdTokenSignIn: true } };
}

/** Any provider that speaks OpenID Connect: code flow with PKCE, state and nonce, keys from its discovery document. */
export function oidcProvider({ oidc }: ProviderSettings, appUrl: string) {
  if (oidc === null) return genericOAuth({ config: [] });
  return genericOAuth({
    config: [
      {
        providerId: 'oidc',
        name: oidc.name,
        discoveryUrl: `${oidc.issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        redirectURI: callbackUrl(appUrl, 'oidc'),
      },
    ],
  });
}

type ValidateUserInfo = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>;

/**
 * A provider makes an account or joins one only if it says that it checked the address. Otherwise whoever types a
 * stranger's address there would own, or later share, the stranger's account here.
 */
export const refuseUncheckedAddresses: ValidateUserInfo = ({ user, source }) => {
  if (source.method !== 'oauth' || source.action === 'sign-in' || user.emailVerified === true)
    return undefined;
  return { error: 'email_not_checked', errorDescription: 'The provider has not checked this address' };
};

const redirectBody = z.strictObject({
  provider: z.string(),
  callbackURL: z.string().startsWith('/').optional(),
  errorCallbackURL: z.string().startsWith('/').optional(),
  disableRedirect: z.boolean().optional(),
});

/** Providers are reached by going there: no tokens from elsewhere, no other scopes, no way back but to a page of ours. */
export function onlyRedirects(): BetterAuthPlugin {
  return {
    id: 'only-redirects',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/sign-in/social',
          handler: createAuthMiddleware((ctx) => {
            if (redirectBody.safeParse(ctx.body).success) return Promise.resolve();
            throw new APIError('BAD_REQUEST', { code: 'INPUT_INVALID', message: 'The request is not right' });
          }),
        },
      ],
    },
  };
}

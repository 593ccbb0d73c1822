import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

export interface OidcAccount {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

export interface OidcServer {
  readonly issuer: string;
  /** Who signs in there next. */
  account: OidcAccount;
  /** The last address at which a browser arrived. */
  asked: URL | null;
  readonly close: () => Promise<void>;
}

const client = { id: 'turing-goods', secret: 'secret-of-the-shop-at-the-provider' };

export const oidcClient = { clientId: client.id, clientSecret: client.secret };

/** A real OpenID Connect provider on the loopback, which lets `account` in without asking. */
export async function startOidcProvider(redirectUri: string): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const state: OidcServer = {
    issuer,
    account: { sub: 'nobody', email: 'nobody@example.com', email_verified: false, name: 'Nobody' },
    asked: null,
    close: () => closeServer(server),
  };
  const provider = new Provider(
    issuer,
    configure(redirectUri, () => state.account),
  );
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/auth') state.asked = url;
    if (!url.pathname.startsWith('/interaction/')) {
      void answer(request, response);
      return;
    }
    void letIn(provider, () => state.account)(request, response);
  });
  return state;
}

function configure(redirectUri: string, findAccount: () => OidcAccount): Configuration {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a-key-for-tests'] },
    findAccount: () => {
      const account = findAccount();
      return { accountId: account.sub, claims: () => ({ ...account }) };
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  };
}

// Signs in and agrees to everything, as a person in a hurry would.
function letIn(provider: Provider, findAccount: () => OidcAccount): ReturnType<Provider['callback']> {
  return async (request, response) => {
    const details = await provider.interactionDetails(request, response);
    const { sub } = findAccount();
    const grant = new provider.Grant({ accountId: sub, clientId: client.id });
    grant.addOIDCScope('openid email profile');
    const grantId = await grant.save();
    const result = details.prompt.name === 'login' ? { login: { accountId: sub } } : { consent: { grantId } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

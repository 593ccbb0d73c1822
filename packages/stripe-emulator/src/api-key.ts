import { StripeError } from './errors.ts';

/** Takes test keys only, as bearer token or as the user of basic authentication. */
export function readApiKey(authorization: string | undefined): string {
  const [scheme = '', credentials = ''] = authorization?.split(' ') ?? [];
  const key = scheme.toLowerCase() === 'basic' ? userOf(credentials) : credentials;
  if (key === '') {
    throw unauthenticated(
      'You did not provide an API key. Send it as Authorization: Bearer YOUR_SECRET_KEY.',
    );
  }
  if (/^(sk|rk)_test_\w+$/.test(key)) return key;
  throw unauthenticated(
    `Invalid API Key provided: ${mask(key)}. The emulator takes sk_test_ and rk_test_ keys only.`,
  );
}

function userOf(credentials: string): string {
  return Buffer.from(credentials, 'base64').toString('utf8').split(':')[0] ?? '';
}

function mask(key: string): string {
  return `${key.slice(0, 8)}${'*'.repeat(Math.max(0, key.length - 12))}${key.length > 12 ? key.slice(-4) : ''}`;
}

function unauthenticated(message: string): StripeError {
  const headers = { 'www-authenticate': 'Bearer realm="Stripe"' };
  return new StripeError(401, { type: 'invalid_request_error', message }, { headers });
}

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { authMessageOf } from './auth-messages.ts';

export type PasskeyOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly message: string | null;
      /** The session is too old for so grave a change. */
      readonly mustSignInAgain?: boolean;
    };

const base = '/api/auth/customer/passkey';
// The device says no more than that it did not work or was not wanted.
const unwanted: PasskeyOutcome = { ok: false, message: null };

export function passkeysWork(): boolean {
  return typeof globalThis.PublicKeyCredential === 'function';
}

/** Lets the browser offer passkeys while the e-mail is typed; settles when one is chosen, or never. */
export async function offerPasskeys(): Promise<PasskeyOutcome> {
  if (!passkeysWork()) return unwanted;
  const { browserSupportsWebAuthnAutofill } = await import('@simplewebauthn/browser');
  return (await browserSupportsWebAuthnAutofill()) ? authenticate(true) : unwanted;
}

export function signInWithPasskey(): Promise<PasskeyOutcome> {
  return authenticate(false);
}

async function authenticate(useBrowserAutofill: boolean): Promise<PasskeyOutcome> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const options = await fetch(`${base}/generate-authenticate-options`);
  if (!options.ok) return useBrowserAutofill ? unwanted : refusalOf(options);
  const optionsJSON = (await options.json()) as PublicKeyCredentialRequestOptionsJSON;
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill }).catch(() => null);
  return response === null ? unwanted : settle(post('/verify-authentication', { response }));
}

/** Makes a passkey for the signed-in customer on this device. */
export async function addPasskey(name: string): Promise<PasskeyOutcome> {
  const { startRegistration, WebAuthnError } = await import('@simplewebauthn/browser');
  const options = await fetch(`${base}/generate-register-options`);
  if (!options.ok) return refusalOf(options);
  const optionsJSON = (await options.json()) as PublicKeyCredentialCreationOptionsJSON;
  try {
    const response = await startRegistration({ optionsJSON });
    return await settle(post('/verify-registration', { response, name }));
  } catch (error) {
    const isKnown =
      error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    return isKnown ? { ok: false, message: 'This device has a passkey for your account already.' } : unwanted;
  }
}

function post(path: string, body: object): Promise<Response> {
  return fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function settle(sent: Promise<Response>): Promise<PasskeyOutcome> {
  const answer = await sent;
  return answer.ok ? { ok: true } : refusalOf(answer);
}

async function refusalOf(answer: Response): Promise<PasskeyOutcome> {
  const data = (await answer.json().catch(() => null)) as { code?: string } | null;
  const message = authMessageOf({ status: answer.status, code: data?.code ?? null, retryAfter: null });
  return { ok: false, message, mustSignInAgain: data?.code === 'SESSION_NOT_FRESH' };
}

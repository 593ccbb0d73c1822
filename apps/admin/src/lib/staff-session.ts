export type SignInOutcome =
  | 'signed-in'
  | 'code-wanted'
  | 'wrong-credentials'
  | 'inactive'
  | 'limited'
  | 'unreachable'
  | 'failed';

/** What the answer of the sign-in endpoint means to the person at the form. */
export function signInOutcome(status: number, body: unknown = null): SignInOutcome {
  if (status >= 200 && status < 300) {
    const wantsCode = typeof body === 'object' && body !== null && 'twoFactorRedirect' in body;
    return wantsCode ? 'code-wanted' : 'signed-in';
  }
  if (status === 400 || status === 401) return 'wrong-credentials';
  if (status === 403) return 'inactive';
  if (status === 429) return 'limited';
  return status === 502 || status === 503 || status === 504 ? 'unreachable' : 'failed';
}

export async function signIn(credentials: { email: string; password: string }): Promise<SignInOutcome> {
  const { status, body } = await authPost('/sign-in/email', credentials);
  return signInOutcome(status, body);
}

/** The second half of a sign-in: a code of the authenticator app, or one of the recovery codes. */
export async function enterCode(code: string, trustDevice: boolean): Promise<SignInOutcome> {
  const digits = code.replaceAll(/\s/gu, '');
  const path = /^\d{6}$/u.test(digits) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
  return signInOutcome((await authPost(path, { code: digits, trustDevice })).status);
}

/** Ends the session; false when the API did not confirm it. */
export async function endSession(): Promise<boolean> {
  const { status } = await authPost('/sign-out', {});
  return status < 400 || status === 401;
}

export interface AuthAnswer {
  /** 503 when nothing answered. */
  readonly status: number;
  readonly body: unknown;
}

/** Asks the sign-in library of the API. */
export function authPost(path: string, body: object): Promise<AuthAnswer> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export function authGet(path: string): Promise<AuthAnswer> {
  return ask(path, {});
}

async function ask(path: string, init: RequestInit): Promise<AuthAnswer> {
  try {
    const response = await fetch(`/api/auth/staff${path}`, init);
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch {
    return { status: 503, body: null };
  }
}

export type SignInOutcome = 'signed-in' | 'wrong-credentials' | 'limited' | 'unreachable' | 'failed';

/** What the answer of the sign-in endpoint means to the person at the form. */
export function signInOutcome(status: number): SignInOutcome {
  if (status >= 200 && status < 300) return 'signed-in';
  if (status === 400 || status === 401) return 'wrong-credentials';
  if (status === 429) return 'limited';
  return status === 502 || status === 503 || status === 504 ? 'unreachable' : 'failed';
}

export async function signIn(credentials: { email: string; password: string }): Promise<SignInOutcome> {
  try {
    return signInOutcome(await post('/api/auth/staff/sign-in/email', credentials));
  } catch {
    return 'unreachable';
  }
}

/** Ends the session; false when the API did not confirm it. */
export async function endSession(): Promise<boolean> {
  try {
    const status = await post('/api/auth/staff/sign-out', {});
    return status < 400 || status === 401;
  } catch {
    return false;
  }
}

async function post(path: string, body: object): Promise<number> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.status;
}

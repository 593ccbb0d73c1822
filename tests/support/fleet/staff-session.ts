import type { Factories } from '@turing/db/testing';

/** The cookies of an owner who has signed in, as a browser sends them. */
export async function signInOwner(factories: Factories, apiUrl: string): Promise<string> {
  const password = 'a long password of an owner';
  const { email } = await factories.createStaff({ role: 'owner', password });
  const response = await fetch(`${apiUrl}/auth/staff/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3001' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`signing in answers ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

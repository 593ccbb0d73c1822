import { benchStaff } from './generate/catalogue.ts';

/** The cookies of a member of staff, as a browser sends them. */
export async function signIn(apiUrl: string): Promise<string> {
  const response = await fetch(`${apiUrl}/auth/staff/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3001' },
    body: JSON.stringify(benchStaff),
  });
  if (!response.ok) throw new Error(`Signing in answers ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

import { z } from 'zod';

const claims = z.object({
  email: z.email(),
  updateTo: z.email().optional(),
  requestType: z.string().optional(),
});

export type EmailClaims = z.output<typeof claims>;

/** What a token of the library says, unchecked: only for tokens it has just made or accepted. */
export function readEmailToken(token: string): EmailClaims | null {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    return claims.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

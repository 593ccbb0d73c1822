import { createHash } from 'node:crypto';

/** What is kept of a random secret. It is too long to be guessed, so one round is enough. */
export function hashOfToken(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

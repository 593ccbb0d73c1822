import { randomBytes } from 'node:crypto';

/** 192 random bits as 32 characters that need no escaping in a link. */
export function newSecretToken(): string {
  return randomBytes(24).toString('base64url');
}

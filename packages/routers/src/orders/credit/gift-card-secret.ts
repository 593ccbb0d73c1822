import { createHmac } from 'node:crypto';

/**
 * The secret that codes of gift cards follow from and are found by: one of its own, so that signing secrets can be changed
 * without a card losing its code, else one made of the secret for signing in.
 */
export function giftCardSecretOf(secrets: {
  readonly own: string | undefined;
  readonly auth: string;
}): string {
  if (secrets.own !== undefined) return secrets.own;
  return createHmac('sha256', secrets.auth).update('gift-cards').digest('base64url');
}

import { createHash } from 'node:crypto';
import { normaliseEmail } from '@turing/domain';

/** By what uses of an address are counted: nobody reads the address from it. */
export function emailKeyOf(email: string): string {
  return `email:${createHash('sha256').update(normaliseEmail(email)).digest('hex')}`;
}

/** Whose uses an order counts: the customer's and the address's, so that signing out gives no second turn. */
export function buyerKeysOf(buyer: { readonly customerId: string | null; readonly email: string }): string[] {
  const customer = buyer.customerId === null ? [] : [`customer:${buyer.customerId}`];
  return [...customer, emailKeyOf(buyer.email)];
}

import { ShopError } from '@turing/domain';
import type { CustomerActor } from '../identity/actors.ts';

const freshMs = 15 * 60_000;

/** Whether somebody proved who they are a moment ago, by whichever way they sign in. */
export function isFresh({ signedInAt }: CustomerActor, now: Date): boolean {
  return signedInAt !== undefined && now.getTime() - signedInAt.getTime() < freshMs;
}

/**
 * For what an unattended browser must not be able to do.
 * @throws SIGN_IN_NOT_FRESH
 */
export function assertFresh(customer: CustomerActor, now: Date): void {
  if (!isFresh(customer, now)) throw new ShopError('SIGN_IN_NOT_FRESH');
}

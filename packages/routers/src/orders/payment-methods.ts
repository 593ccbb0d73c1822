import { type PaymentMethod, ShopError } from '@turing/domain';
import type { Services } from '../context.ts';

type Offer = Pick<Services, 'paymentMethods'>;

/** The ways to pay that the shop offers, the usual one first. */
export function offeredMethods({ paymentMethods = ['card'] }: Offer): PaymentMethod[] {
  return [...paymentMethods];
}

/** @throws PAYMENT_METHOD_UNAVAILABLE for one the shop does not offer */
export function assertPaymentMethod(shop: Offer, method: PaymentMethod): void {
  if (!offeredMethods(shop).includes(method)) {
    throw new ShopError('PAYMENT_METHOD_UNAVAILABLE', { paymentMethod: method });
  }
}

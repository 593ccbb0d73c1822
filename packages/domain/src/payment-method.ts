/** The ways to pay for an order. All but the card are settled by hand. */
export const paymentMethods = ['card', 'invoice', 'cash_on_delivery'] as const;

/** A way to pay for an order. */
export type PaymentMethod = (typeof paymentMethods)[number];

/** Who takes the money: the gateway, or people of the shop who write down what came. */
export type PaymentProvider = 'stripe' | 'manual';

/** Who takes the money of a method. */
export function providerOf(method: PaymentMethod): PaymentProvider {
  return method === 'card' ? 'stripe' : 'manual';
}

/** Whether an order may be paid after it was accepted, so that it is confirmed at once and keeps its stock. */
export function isPaidLater(method: PaymentMethod): boolean {
  return providerOf(method) === 'manual';
}

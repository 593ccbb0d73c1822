import type { Context } from '../context.ts';

/** What a shopper's use case needs of a request. */
export type ShopContext = Pick<
  Context,
  'db' | 'now' | 'findCustomer' | 'paymentMethods' | 'shippingRates' | 'taxCalculator'
>;

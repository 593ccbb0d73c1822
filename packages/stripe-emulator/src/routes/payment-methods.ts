import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { noSuch, refused } from '../errors.ts';
import { listNewestFirst, pageParameters } from '../pagination.ts';
import { getCustomer } from '../payments/find.ts';
import { usePaymentMethod } from '../payments/payment-methods.ts';
import type { ApiRequest, Route } from './route.ts';

export const paymentMethodRoutes: Route[] = [
  { method: 'GET', path: '/v1/payment_methods', handle: listPaymentMethods },
  { method: 'GET', path: '/v1/payment_methods/:id', handle: retrievePaymentMethod },
  { method: 'POST', path: '/v1/payment_methods/:id/attach', handle: attachPaymentMethod },
  { method: 'POST', path: '/v1/payment_methods/:id/detach', handle: detachPaymentMethod },
  { method: 'GET', path: '/v1/customers/:id/payment_methods', handle: listOfCustomer },
  { method: 'GET', path: '/v1/customers/:id/payment_methods/:child', handle: retrieveOfCustomer },
];

function listPaymentMethods(ctx: Context, { params }: ApiRequest): object {
  params.only('customer', 'type', ...pageParameters);
  params.choice('type', ['card']);
  const methods = methodsOf(ctx, params.requiredText('customer'));
  return listNewestFirst(methods, params, '/v1/payment_methods');
}

function listOfCustomer(ctx: Context, { id, params }: ApiRequest): object {
  params.only('type', ...pageParameters).choice('type', ['card']);
  return listNewestFirst(methodsOf(ctx, id), params, `/v1/customers/${id}/payment_methods`);
}

function methodsOf(ctx: Context, customer: string): Stripe.PaymentMethod[] {
  getCustomer(ctx.state, customer, 'customer');
  return [...ctx.state.paymentMethods.values()].filter((method) => method.customer === customer);
}

function retrievePaymentMethod(ctx: Context, { id }: ApiRequest): Stripe.PaymentMethod {
  return usePaymentMethod(ctx, id);
}

function retrieveOfCustomer(ctx: Context, { id, child }: ApiRequest): Stripe.PaymentMethod {
  const method = methodsOf(ctx, id).find((candidate) => candidate.id === child);
  if (!method) throw noSuch('PaymentMethod', child, 'payment_method');
  return method;
}

function attachPaymentMethod(ctx: Context, { id, params }: ApiRequest): Stripe.PaymentMethod {
  const customer = getCustomer(ctx.state, params.only('customer').requiredText('customer'), 'customer');
  const method = usePaymentMethod(ctx, id);
  if (method.customer !== null && method.customer !== customer.id) {
    throw refused('The payment method you provided has already been attached to a customer.');
  }
  method.customer = customer.id;
  ctx.emit('payment_method.attached', method);
  return method;
}

function detachPaymentMethod(ctx: Context, { id, params }: ApiRequest): Stripe.PaymentMethod {
  params.only();
  const method = usePaymentMethod(ctx, id);
  if (method.customer === null) {
    throw refused(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    );
  }
  method.customer = null;
  ctx.emit('payment_method.detached', method);
  return method;
}

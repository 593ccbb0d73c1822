import type { Stripe } from 'stripe';
import { readAddress, readShipping } from '../addresses.ts';
import type { Context } from '../context.ts';
import { newId, randomText } from '../ids.ts';
import { listNewestFirst, pageParameters } from '../pagination.ts';
import type { Params } from '../params.ts';
import { getCustomer } from '../payments/find.ts';
import { customerSkeleton } from '../skeletons/customer.ts';
import { mergeMetadata } from './metadata.ts';
import type { ApiRequest, Route } from './route.ts';

export const customerRoutes: Route[] = [
  { method: 'POST', path: '/v1/customers', handle: createCustomer },
  { method: 'GET', path: '/v1/customers', handle: listCustomers },
  { method: 'GET', path: '/v1/customers/:id', handle: retrieveCustomer },
  { method: 'POST', path: '/v1/customers/:id', handle: updateCustomer },
  { method: 'DELETE', path: '/v1/customers/:id', handle: deleteCustomer },
];

const texts = ['description', 'email', 'name', 'phone'] as const;

function createCustomer(ctx: Context, { params }: ApiRequest): Stripe.Customer {
  const customer: Stripe.Customer = {
    ...structuredClone(customerSkeleton),
    id: newId('cus', 14),
    address: null,
    created: ctx.now(),
    currency: null,
    delinquent: false,
    discount: null,
    invoice_prefix: randomText(8).toUpperCase(),
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    tax_exempt: 'none',
    test_clock: null,
  };
  applyFields(customer, params);
  ctx.state.customers.set(customer.id, customer);
  ctx.emit('customer.created', customer);
  return customer;
}

function applyFields(customer: Stripe.Customer, params: Params): void {
  params.only('address', 'metadata', 'shipping', ...texts);
  for (const name of texts) if (params.has(name)) customer[name] = params.text(name) || null;
  if (params.has('address')) customer.address = readAddress(params);
  if (params.has('shipping')) customer.shipping = readShipping(params);
  mergeMetadata(customer, params);
}

function listCustomers(ctx: Context, { params }: ApiRequest): object {
  const email = params.only('email', ...pageParameters).text('email');
  const customers = [...ctx.state.customers.values()].filter(
    (customer) => !email || customer.email === email,
  );
  return listNewestFirst(customers, params, '/v1/customers');
}

function retrieveCustomer(ctx: Context, { id }: ApiRequest): object {
  if (ctx.state.deletedCustomers.has(id)) return { id, object: 'customer', deleted: true };
  return getCustomer(ctx.state, id);
}

function updateCustomer(ctx: Context, { id, params }: ApiRequest): Stripe.Customer {
  const customer = getCustomer(ctx.state, id);
  applyFields(customer, params);
  ctx.emit('customer.updated', customer);
  return customer;
}

function deleteCustomer(ctx: Context, { id }: ApiRequest): Stripe.DeletedCustomer {
  const customer = getCustomer(ctx.state, id);
  ctx.state.customers.delete(id);
  ctx.state.deletedCustomers.add(id);
  ctx.emit('customer.deleted', customer);
  return { id, object: 'customer', deleted: true };
}

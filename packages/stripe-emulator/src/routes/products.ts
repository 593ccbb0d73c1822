import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { noSuch } from '../errors.ts';
import type { ApiRequest, Route } from './route.ts';

/** Products exist only as the inline products of line items. */
export const productRoutes: Route[] = [{ method: 'GET', path: '/v1/products/:id', handle: retrieveProduct }];

function retrieveProduct(ctx: Context, { id }: ApiRequest): Stripe.Product {
  const product = ctx.state.products.get(id);
  if (!product) throw noSuch('product', id);
  return product;
}

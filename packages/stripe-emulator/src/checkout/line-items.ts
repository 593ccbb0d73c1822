import type { Stripe } from 'stripe';
import type { Context } from '../context.ts';
import { invalidParameter, missingParameter, refused } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Params } from '../params.ts';
import { readCurrency } from '../payments/payment-intent-fields.ts';
import { itemSkeleton } from '../skeletons/item.ts';
import { priceSkeleton } from '../skeletons/price.ts';
import { productSkeleton } from '../skeletons/product.ts';

const maxLineItems = 100;

export function readLineItems(ctx: Context, params: Params): Stripe.LineItem[] {
  const groups = params.groups('line_items');
  if (groups.length === 0) throw missingParameter('line_items');
  if (groups.length > maxLineItems) {
    throw invalidParameter('line_items', `A Checkout Session can have at most ${maxLineItems} line items.`);
  }
  const items = groups.map((group) => readLineItem(ctx, group));
  const currencies = new Set(items.map((item) => item.currency));
  if (currencies.size > 1)
    throw refused('All prices on a Checkout session must be expressed in the same currency.');
  return items;
}

function readLineItem(ctx: Context, params: Params): Stripe.LineItem {
  params.only('price_data', 'quantity', 'metadata');
  const priceData = params.group('price_data');
  if (!priceData) throw missingParameter(params.path('price_data'));
  const price = readPrice(ctx, priceData);
  const quantity = params.requiredInteger('quantity', 1);
  const amount = quantity * (price.unit_amount ?? 0);
  return {
    ...structuredClone(itemSkeleton),
    id: newId('li'),
    amount_subtotal: amount,
    amount_total: amount,
    currency: price.currency,
    description: productOf(ctx, price)?.name ?? null,
    metadata: params.metadata(),
    price,
    quantity,
  };
}

function readPrice(ctx: Context, params: Params): Stripe.Price {
  params.only('currency', 'product_data', 'tax_behavior', 'unit_amount');
  const currency = readCurrency(params);
  const unitAmount = params.requiredInteger('unit_amount', 0);
  const product = readProduct(ctx, params);
  return {
    ...structuredClone(priceSkeleton),
    id: newId('price'),
    active: false,
    created: ctx.now(),
    currency,
    product: product.id,
    tax_behavior: params.choice('tax_behavior', ['exclusive', 'inclusive', 'unspecified']) ?? 'unspecified',
    type: 'one_time',
    unit_amount: unitAmount,
  };
}

function readProduct(ctx: Context, priceData: Params): Stripe.Product {
  const params = priceData.group('product_data')?.only('description', 'images', 'metadata', 'name');
  if (!params) throw missingParameter(priceData.path('product_data'));
  const product: Stripe.Product = {
    ...structuredClone(productSkeleton),
    id: newId('prod', 14),
    created: ctx.now(),
    description: params.text('description') || null,
    images: params.texts('images') ?? [],
    metadata: params.metadata(),
    name: params.requiredText('name'),
    type: 'service',
    updated: ctx.now(),
  };
  ctx.state.products.set(product.id, product);
  return product;
}

export function productOf(ctx: Context, price: Stripe.Price | null): Stripe.Product | undefined {
  return typeof price?.product === 'string' ? ctx.state.products.get(price.product) : undefined;
}

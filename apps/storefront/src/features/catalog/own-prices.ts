import 'server-only';
import type { RouterOutputs } from '@turing/client';
import type { Currency } from '@turing/domain';
import { cache } from 'react';
import { shopperApi } from '@/lib/api.ts';
import { attemptOr } from '@/lib/attempt.ts';
import { hasSession } from '@/lib/session.ts';

type OwnPrices = RouterOutputs['products']['prices'];
type Detail = RouterOutputs['products']['get'];

interface Priced {
  readonly id: string;
  readonly minPriceMinor: number;
  readonly maxPriceMinor: number;
  readonly compareAtMinor: number | null;
}

const askedAtOnce = 60;

const askOnce = cache(async (ids: string, currency: Currency): Promise<OwnPrices> =>
  attemptOr(shopperApi().products.prices.query({ productIds: ids.split(' '), currency }), []),
);

/** What products cost the signed-in customer; nothing for everybody else. */
export async function listOwnPrices(ids: readonly string[], currency: Currency): Promise<OwnPrices> {
  if (ids.length === 0 || !(await hasSession())) return [];
  return askOnce(ids.slice(0, askedAtOnce).join(' '), currency);
}

/** Products at the prices of the customer who looks. */
export async function withOwnPrices<Product extends Priced>(
  products: readonly Product[],
  currency: Currency,
): Promise<Product[]> {
  const own = await listOwnPrices(
    products.map(({ id }) => id),
    currency,
  );
  const byId = new Map(own.map((price) => [price.productId, price]));
  return products.map((product) => {
    const price = byId.get(product.id);
    if (price === undefined) return product;
    const { minPriceMinor, maxPriceMinor, compareAtMinor } = price;
    return { ...product, minPriceMinor, maxPriceMinor, compareAtMinor };
  });
}

/** The versions of a product at the prices of the customer who looks. */
export function withOwnVariants(product: Detail, own: OwnPrices): Detail {
  const prices = own.find(({ productId }) => productId === product.id)?.variants ?? [];
  const byId = new Map(prices.map((price) => [price.variantId, price]));
  const variants = product.variants.map((variant) => {
    const price = byId.get(variant.id);
    if (price === undefined) return variant;
    return { ...variant, priceMinor: price.priceMinor, compareAtMinor: price.compareAtMinor };
  });
  return { ...product, variants };
}

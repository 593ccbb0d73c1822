import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { findOwnWish } from '@/features/account/own-wish.ts';
import { WishButton } from '@/features/account/wish-button.tsx';
import { AddToCartForm } from '@/features/cart/add-to-cart-form.tsx';
import { ProductJsonLd } from '@/features/catalog/product-json-ld.tsx';
import { ProductView } from '@/features/catalog/product-view.tsx';
import { getProduct, listAround } from '@/features/catalog/queries.ts';
import { findOwnReview } from '@/features/catalog/own-review.ts';
import { toReviewSort } from '@/features/catalog/review-sort.ts';
import { Reviews } from '@/features/catalog/reviews.tsx';
import { Shelf } from '@/features/catalog/shelf.tsx';
import { selectVariant } from '@/features/catalog/variant-choice.ts';
import { toProductMetadata } from '@/features/catalog/product-metadata.ts';
import { attempt, attemptOr } from '@/lib/attempt.ts';
import { env } from '@/lib/env.ts';
import { createIdempotencyKey } from '@/lib/idempotency.ts';
import { readCurrency } from '@/lib/session.ts';
import { today } from '@/lib/today.ts';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ variant?: string; reviews?: string; order?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const product = await attemptOr(getProduct(slug, await readCurrency()), null);
  return product === null ? { title: 'Product' } : toProductMetadata(product);
}

export default async function ProductPage({ params, searchParams }: Props) {
  const [{ slug }, chosen, currency] = await Promise.all([params, searchParams, readCurrency()]);
  const result = await attempt(getProduct(slug, currency));
  if (!result.ok) return <FailureState failure={result.failure} />;
  const product = result.value;
  const sort = toReviewSort(chosen.order);
  const variant = selectVariant(product.variants, chosen.variant);
  const [{ reviews, related, together }, own, isWished] = await Promise.all([
    listAround(product, { sort, cursor: chosen.reviews }),
    findOwnReview(product.id),
    findOwnWish(variant?.id ?? null),
  ]);
  const available = variant === null || variant.priceMinor === null ? 0 : variant.available;
  return (
    <>
      <ProductJsonLd product={product} origin={env().STOREFRONT_URL} />
      <ProductView
        product={product}
        variant={variant}
        purchase={
          variant !== null && (
            <div key={variant.id} className="space-y-3">
              <AddToCartForm
                variantId={variant.id}
                available={available}
                idempotencyKey={createIdempotencyKey()}
                giftFrom={product.kind === 'gift_card' ? today() : null}
              />
              <WishButton
                variantId={variant.id}
                href={`/p/${product.slug}?variant=${variant.id}`}
                isWished={isWished}
              />
            </div>
          )
        }
      />
      <div className="mt-24">
        <Shelf title="Often bought together" products={together} />
      </div>
      <Reviews product={product} page={reviews} sort={sort} own={own} />
      <div className="mt-24">
        <Shelf title="Goes well with it" products={related} />
      </div>
    </>
  );
}

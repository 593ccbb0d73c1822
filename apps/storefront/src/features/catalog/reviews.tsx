import { BadgeCheck } from 'lucide-react';
import { ButtonLink } from '@/components/button.tsx';
import { Rating } from '@/components/rating.tsx';
import { formatCount, formatDate } from '@/lib/format.ts';
import type { ProductDetail, ReviewPage } from './queries.ts';
import type { OwnReview } from './own-review.ts';
import { toDistribution } from './review-distribution.ts';
import { ReviewOrder } from './review-order.tsx';
import type { ReviewSort } from './review-sort.ts';
import { WriteReview } from './write-review.tsx';

type Review = ReviewPage['items'][number];

export interface ReviewsProps {
  product: ProductDetail;
  page: ReviewPage;
  sort: ReviewSort;
  own: OwnReview;
}

const shownAtFirst = 4;

export function Reviews({ product, page, sort, own }: ReviewsProps) {
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="page mt-20 scroll-mt-24">
      <div className="border-line grid items-start gap-10 border-t pt-12 lg:grid-cols-[18rem_1fr] lg:gap-16">
        <div className="space-y-5">
          <h2 id="reviews-title" className="text-title font-medium">
            Reviews
          </h2>
          {product.ratingAverage === null ? (
            <p className="text-muted">Nobody has reviewed this yet.</p>
          ) : (
            <>
              <p className="flex items-center gap-3">
                <span className="text-display tabular-nums">{product.ratingAverage.toFixed(1)}</span>
                <span>
                  <Rating average={product.ratingAverage} size={18} />
                  <span className="text-muted block text-sm">
                    {formatCount(product.ratingCount, 'review')}
                  </span>
                </span>
              </p>
              <Distribution totals={page.totals} />
            </>
          )}
          <WriteReview productId={product.id} own={own} />
        </div>
        <div className="min-w-0 space-y-6">
          {product.ratingCount > 1 && <ReviewOrder slug={product.slug} sort={sort} />}
          <ReviewList reviews={page.items.slice(0, shownAtFirst)} />
          {page.items.length > shownAtFirst && (
            <details className="space-y-6">
              <summary className="text-sm font-medium underline underline-offset-4">
                Show {formatCount(page.items.length - shownAtFirst, 'more review')}
              </summary>
              <ReviewList reviews={page.items.slice(shownAtFirst)} />
            </details>
          )}
          {page.nextCursor !== null && (
            <ButtonLink
              href={`/p/${product.slug}?order=${sort}&reviews=${encodeURIComponent(page.nextCursor)}#reviews`}
              look="secondary"
            >
              More reviews
            </ButtonLink>
          )}
        </div>
      </div>
    </section>
  );
}

function Distribution({ totals }: { totals: ReviewPage['totals'] }) {
  return (
    <ul className="space-y-1.5 text-sm">
      {toDistribution(totals).map(({ stars, count, share }) => (
        <li key={stars} className="flex items-center gap-3">
          <span className="text-muted w-14 shrink-0">{formatCount(stars, 'star')}</span>
          <span aria-hidden="true" className="bg-sunken h-2 flex-1 overflow-hidden rounded-full">
            <span className="bg-star block h-full rounded-full" style={{ width: `${share * 100}%` }} />
          </span>
          <span className="text-muted w-7 text-right tabular-nums">{count}</span>
        </li>
      ))}
    </ul>
  );
}

function ReviewList({ reviews }: { reviews: readonly Review[] }) {
  return (
    <ul className="divide-line divide-y">
      {reviews.map((review) => (
        <li key={review.id} className="space-y-2 py-6 first:pt-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Rating average={review.rating} />
            <h3 className="font-medium">{review.title}</h3>
          </div>
          <p className="leading-relaxed">{review.body}</p>
          <p className="text-muted flex flex-wrap items-center gap-x-2 text-sm">
            {review.authorName} · <time dateTime={review.createdAt}>{formatDate(review.createdAt)}</time>
            {review.verified && (
              <span className="text-good inline-flex items-center gap-1">
                <BadgeCheck aria-hidden="true" className="size-4" /> Bought here
              </span>
            )}
          </p>
          {review.reply !== null && (
            <div className="border-line mt-3 space-y-1 border-l-2 pl-4 text-sm">
              <p className="font-medium">The shop’s answer</p>
              <p className="text-muted leading-relaxed">{review.reply}</p>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

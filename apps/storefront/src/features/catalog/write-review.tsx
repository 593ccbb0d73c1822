import { ButtonLink } from '@/components/button.tsx';
import type { OwnReview } from './own-review.ts';
import { ReviewForm } from './review-form.tsx';

/** The way to a review of one's own: a form for who is signed in, the way there for everybody else. */
export function WriteReview({ productId, own }: { productId: string; own: OwnReview }) {
  if (!own.isSignedIn) {
    return (
      <div className="space-y-3 pt-2">
        <p className="text-muted text-sm">Do you have it? Tell others what it is like.</p>
        <ButtonLink href="/account" look="secondary">
          Sign in to write a review
        </ButtonLink>
      </div>
    );
  }
  const { review } = own;
  return (
    <div className="space-y-3 pt-2">
      {review !== null && <p className="text-muted text-sm">{notes[review.status]}</p>}
      <details>
        <summary className="border-edge bg-surface hover:bg-sunken inline-flex min-h-11 items-center rounded-full border px-5 text-sm font-medium transition-colors">
          {review === null ? 'Write a review' : 'Change your review'}
        </summary>
        <div className="pt-5">
          <ReviewForm productId={productId} review={review} />
        </div>
      </details>
    </div>
  );
}

const notes = {
  pending: 'Thank you. Your review is shown here once we have read it.',
  approved: 'You have reviewed this. Your review is below.',
  rejected: 'We could not show your review. Change it, and we will read it again.',
} as const;

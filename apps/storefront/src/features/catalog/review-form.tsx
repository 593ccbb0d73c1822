'use client';

import { Star } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/button.tsx';
import { TextArea, TextField } from '@/components/field.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { writeReview } from './review-actions.ts';
import { untouched } from './review-form-state.ts';

export interface ReviewFormProps {
  productId: string;
  review: { readonly rating: number; readonly title: string; readonly body: string } | null;
}

export function ReviewForm({ productId, review }: ReviewFormProps) {
  const { state, pending, formProps } = useFormAction(writeReview, untouched);
  return (
    <form {...formProps} aria-label="Your review" className="space-y-5">
      <input type="hidden" name="product" value={productId} />
      <StarField initial={review?.rating ?? 0} />
      <TextField label="Title" name="title" required maxLength={120} defaultValue={review?.title} />
      <TextArea
        label="Your review"
        name="body"
        required
        rows={5}
        maxLength={5000}
        defaultValue={review?.body}
        hint="We read every review before it is shown."
      />
      <Button pending={pending} pendingLabel="Sending…">
        Send review
      </Button>
      <p
        role="status"
        className={state.message === null ? 'text-good text-sm' : 'text-bad text-sm font-medium'}
      >
        {state.message ?? (state.saved ? 'Thank you. We will read it shortly.' : '')}
      </p>
    </form>
  );
}

const words = ['Bad', 'Poor', 'Fine', 'Good', 'Excellent'];

function StarField({ initial }: { initial: number }) {
  const [rating, setRating] = useState(initial);
  return (
    <fieldset>
      <legend className="pb-1.5 text-sm font-medium">Stars</legend>
      <div className="flex items-center gap-1">
        {words.map((word, index) => {
          const value = index + 1;
          return (
            <label
              key={word}
              className="has-focus-visible:outline-accent grid size-10 cursor-pointer place-items-center rounded-md has-focus-visible:outline-2"
            >
              <input
                type="radio"
                name="rating"
                value={value}
                required
                checked={rating === value}
                onChange={() => setRating(value)}
                className="sr-only"
              />
              <span className="sr-only">
                {value} of 5: {word}
              </span>
              <Star
                aria-hidden="true"
                className={`size-6 ${value <= rating ? 'text-star fill-current' : 'text-edge'}`}
                strokeWidth={1.5}
              />
            </label>
          );
        })}
        <span aria-hidden="true" className="text-muted pl-2 text-sm">
          {words[rating - 1] ?? ''}
        </span>
      </div>
    </fieldset>
  );
}

'use server';

import { refresh } from 'next/cache';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { readText, readWhole } from '@/lib/form-data.ts';
import { messageOf } from '@/lib/messages.ts';
import type { ReviewFormState } from './review-form-state.ts';

/** Writes the shopper's review of a product, or changes the one they wrote. */
export async function writeReview(_state: ReviewFormState, data: FormData): Promise<ReviewFormState> {
  const rating = readWhole(data, 'rating', { min: 0, max: 5, fallback: 0 });
  const title = readText(data, 'title').slice(0, 120);
  const body = readText(data, 'body').slice(0, 5000);
  if (rating === 0) return { message: 'Choose how many stars you give it.', saved: false };
  if (title === '' || body === '') return { message: 'Give it a title and say a few words.', saved: false };
  const productId = readText(data, 'product');
  const result = await attempt(shopperApi().products.review.write.mutate({ productId, rating, title, body }));
  if (!result.ok) return { message: messageOf(result.failure), saved: false };
  refresh();
  return { message: null, saved: true };
}

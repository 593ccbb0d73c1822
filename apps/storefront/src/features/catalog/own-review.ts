import 'server-only';
import type { RouterOutputs } from '@turing/client';
import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { hasSession } from '@/lib/session.ts';

/** Whether the shopper may write a review here, and the one they have written. */
export type OwnReview =
  | { readonly isSignedIn: false }
  | { readonly isSignedIn: true; readonly review: RouterOutputs['products']['review']['mine'] };

export async function findOwnReview(productId: string): Promise<OwnReview> {
  if (!(await hasSession())) return { isSignedIn: false };
  const mine = await attempt(shopperApi().products.review.mine.query({ productId }));
  return mine.ok ? { isSignedIn: true, review: mine.value } : { isSignedIn: false };
}

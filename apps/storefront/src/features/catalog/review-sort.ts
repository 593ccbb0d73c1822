/** Orders of reviews, as the address names them. */
export const reviewSorts = {
  newest: 'Newest',
  highest: 'Best first',
  lowest: 'Worst first',
  verified: 'Bought here first',
} as const;

export type ReviewSort = keyof typeof reviewSorts;

export function toReviewSort(text: string | undefined): ReviewSort {
  return text !== undefined && Object.hasOwn(reviewSorts, text) ? (text as ReviewSort) : 'newest';
}

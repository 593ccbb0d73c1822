import type { Metadata } from 'next';
import { ReviewList } from '../../../features/reviews/review-list.tsx';

export const metadata: Metadata = { title: 'Reviews' };

export default function ReviewsPage() {
  return <ReviewList />;
}

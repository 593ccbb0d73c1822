import { Star } from 'lucide-react';
import classes from './reviews.module.css';

/** A rating as stars, and in words for who does not see them. */
export function Stars({ rating }: { rating: number }) {
  return (
    <span className={classes.stars} role="img" aria-label={`${rating} of 5 stars`}>
      {[1, 2, 3, 4, 5].map((star) => (
        <Star key={star} size={15} aria-hidden data-filled={star <= rating || undefined} />
      ))}
    </span>
  );
}

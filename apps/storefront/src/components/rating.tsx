import { formatCount } from '@/lib/format.ts';

const outline = 'M10 1.6l2.6 5.27 5.82.85-4.21 4.1.99 5.8L10 14.88l-5.2 2.74.99-5.8-4.21-4.1 5.82-.85z';

/** Stars, read out as a sentence. */
export function Rating({ average, count, size = 14 }: { average: number; count?: number; size?: number }) {
  const label = `${average.toFixed(1)} out of 5${count === undefined ? '' : `, ${formatCount(count, 'review')}`}`;
  return (
    <span className="inline-flex items-center gap-1.5">
      <span role="img" aria-label={label} className="text-star inline-flex gap-px">
        {[0, 1, 2, 3, 4].map((star) => (
          <Star key={star} size={size} share={Math.min(1, Math.max(0, average - star))} />
        ))}
      </span>
      {count !== undefined && (
        <span aria-hidden="true" className="text-muted text-xs tabular-nums">
          {average.toFixed(1)} ({count})
        </span>
      )}
    </span>
  );
}

function Star({ size, share }: { size: number; share: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 20 20">
      <path d={outline} fill="currentColor" opacity="0.22" />
      <path d={outline} fill="currentColor" style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }} />
    </svg>
  );
}

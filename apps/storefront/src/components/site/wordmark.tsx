import { site } from '@/lib/site.ts';

/** Two shapes, fitted: a round thing and a square one. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 text-lg font-semibold tracking-[-0.03em] whitespace-nowrap">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6">
        <path d="M2 12a10 10 0 0 1 10-10v20A10 10 0 0 1 2 12z" className="fill-accent" />
        <rect x="13.5" y="2" width="8.5" height="8.5" rx="1.5" className="fill-ink" />
        <rect x="13.5" y="13.5" width="8.5" height="8.5" rx="4.25" className="fill-ink" opacity="0.35" />
      </svg>
      {site.name}
    </span>
  );
}

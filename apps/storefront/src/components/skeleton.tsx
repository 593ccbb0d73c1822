function Skeleton({ className = '' }: { className?: string }) {
  return <span aria-hidden="true" className={`bg-sunken animate-shimmer block rounded-md ${className}`} />;
}

/** The shape of a product grid while it loads. */
export function GridSkeleton({ count = 8 }: { count?: number }) {
  return (
    <div role="status" className="product-grid">
      <span className="sr-only">Loading products…</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="space-y-3">
          <Skeleton className="aspect-square w-full rounded-lg" />
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-4 w-1/3" />
        </div>
      ))}
    </div>
  );
}

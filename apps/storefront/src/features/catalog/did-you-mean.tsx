/** The words nobody knows were read as others: say so, and as what. */
export function DidYouMean({ text, used }: { text: string; used: string }) {
  return (
    <p role="status" className="page text-muted -mt-4">
      We do not know “{text}”. These are the results for{' '}
      <a
        href={`/search?q=${encodeURIComponent(used)}`}
        className="text-ink font-medium underline underline-offset-4"
      >
        {used}
      </a>
      .
    </p>
  );
}

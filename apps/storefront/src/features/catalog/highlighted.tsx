/** Text in pieces, those that were searched for marked. */
export function Highlighted({
  segments,
}: {
  segments: readonly { readonly text: string; readonly hit: boolean }[];
}) {
  return segments.map(({ text, hit }, index) => {
    const key = `${index} ${text}`;
    if (!hit) return <span key={key}>{text}</span>;
    return (
      <mark key={key} className="bg-accent-soft text-ink rounded-sm px-0.5">
        {text}
      </mark>
    );
  });
}

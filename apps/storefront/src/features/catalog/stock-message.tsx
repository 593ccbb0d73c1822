const fewLeft = 5;

/** Whether a version can be had, in words and never by colour alone. */
export function StockMessage({
  stock,
  sold,
}: {
  stock: { readonly available: number; readonly onShelf: number };
  sold: boolean;
}) {
  const [dot, text] = describe(stock, sold);
  return (
    <p className="flex items-center gap-2 text-sm">
      <span aria-hidden="true" className={`size-2 rounded-full ${dot}`} />
      {text}
    </p>
  );
}

function describe(
  { available, onShelf }: { readonly available: number; readonly onShelf: number },
  sold: boolean,
): [dot: string, text: string] {
  if (!sold) return ['bg-edge', 'Not sold in this currency'];
  if (available <= 0) return ['bg-bad', 'Sold out'];
  if (onShelf <= 0) return ['bg-warn', 'On backorder: ships when it is back in stock'];
  if (available > onShelf && onShelf <= fewLeft)
    return ['bg-warn', `${onShelf} in stock, more ship when they are back`];
  if (available <= fewLeft) return ['bg-warn', `Only ${available} left`];
  return ['bg-good', 'In stock, ready to ship'];
}

import { formatMoney, type Currency } from '@turing/domain';
import { Notice } from '@/components/notice.tsx';
import type { CartLine } from './queries.ts';

/** What changed under the shopper's hands, and the button that settles it. */
export function CartLineNotice({ line, currency }: { line: CartLine; currency: Currency }) {
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency });
  switch (line.notice) {
    case null:
      return null;
    case 'price_changed':
      return (
        <Notice tone="info">
          <p>
            The price changed from {money(line.seenPriceMinor)} to {money(line.unitPriceMinor)} since you
            added it.
          </p>
          <Settle value={line.quantity} label="That is fine" />
        </Notice>
      );
    case 'insufficient_stock':
      return (
        <Notice tone="warn" title={`Only ${line.available} left`}>
          <p>You asked for {line.quantity}. We cannot hold more than there are.</p>
          <Settle value={line.available} label={`Change to ${line.available}`} />
        </Notice>
      );
    case 'out_of_stock':
      return (
        <Notice tone="bad" title="Sold out">
          <p>Someone was quicker. Remove it to check out with the rest.</p>
          <Settle value={0} label="Remove it" />
        </Notice>
      );
    case 'unavailable':
      return (
        <Notice tone="bad" title="No longer available">
          <p>We no longer sell this version. Remove it to check out with the rest.</p>
          <Settle value={0} label="Remove it" />
        </Notice>
      );
  }
}

function Settle({ value, label }: { value: number; label: string }) {
  return (
    <button name="set" value={value} className="min-h-9 font-medium underline underline-offset-4">
      {label}
    </button>
  );
}

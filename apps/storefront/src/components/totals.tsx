import { formatMoney, type Currency } from '@turing/domain';
import type { ReactNode } from 'react';

export function TotalsList({ children }: { children: ReactNode }) {
  return <dl className="space-y-2.5 text-sm">{children}</dl>;
}

export interface TotalsRowProps {
  name: string;
  amountMinor: number;
  currency: Currency;
  /** The last line: what is paid. */
  strong?: boolean;
  /** Says "Free" instead of a zero. */
  free?: boolean;
}

export function TotalsRow({ name, amountMinor, currency, strong = false, free = false }: TotalsRowProps) {
  const style = strong ? 'border-line border-t pt-3.5 text-base font-medium' : '';
  return (
    <div className={`flex items-baseline justify-between gap-4 ${style}`}>
      <dt className={strong ? '' : 'text-muted'}>{name}</dt>
      <dd className="tabular-nums">
        {free && amountMinor === 0 ? 'Free' : formatMoney({ amountMinor, currency })}
      </dd>
    </div>
  );
}

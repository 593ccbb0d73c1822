import { formatMoney, type Currency } from '@turing/domain';

export interface PriceProps {
  amountMinor: number;
  currency: Currency;
  /** The former price, when higher. */
  compareAtMinor?: number | null;
  /** When another version costs more: "From $12.00". */
  from?: boolean;
  className?: string;
}

export function Price({
  amountMinor,
  currency,
  compareAtMinor = null,
  from = false,
  className = '',
}: PriceProps) {
  const reduced = compareAtMinor !== null && compareAtMinor > amountMinor;
  return (
    <span className={`inline-flex flex-wrap items-baseline gap-x-2 tabular-nums ${className}`}>
      <span className={reduced ? 'text-accent font-medium' : 'font-medium'}>
        {from && <span className="text-muted font-normal">From </span>}
        {reduced && <span className="sr-only">Now </span>}
        {formatMoney({ amountMinor, currency })}
      </span>
      {reduced && (
        <s className="text-muted text-[0.85em] font-normal">
          <span className="sr-only">Was </span>
          {formatMoney({ amountMinor: compareAtMinor, currency })}
        </s>
      )}
    </span>
  );
}

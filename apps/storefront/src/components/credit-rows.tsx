import type { Currency } from '@turing/domain';
import { TotalsRow } from './totals.tsx';

export interface CreditRowsProps {
  credits: readonly { kind: 'gift_card' | 'store_credit'; lastFour: string | null; amountMinor: number }[];
  dueMinor: number;
  currency: Currency;
}

/** What gift cards and store credit pay, and what is left to pay; nothing where none pays. */
export function CreditRows({ credits, dueMinor, currency }: CreditRowsProps) {
  const paying = credits.filter(({ amountMinor }) => amountMinor > 0);
  if (paying.length === 0) return null;
  return (
    <>
      {paying.map((credit) => (
        <TotalsRow
          key={credit.lastFour ?? credit.kind}
          name={creditName(credit)}
          amountMinor={-credit.amountMinor}
          currency={currency}
        />
      ))}
      <TotalsRow name="Left to pay" amountMinor={dueMinor} currency={currency} strong />
    </>
  );
}

export function creditName({
  kind,
  lastFour,
}: Pick<CreditRowsProps['credits'][number], 'kind' | 'lastFour'>) {
  return kind === 'store_credit' ? 'Store credit' : `Gift card ending in ${lastFour}`;
}

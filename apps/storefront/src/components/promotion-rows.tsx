import type { Currency } from '@turing/domain';
import { TotalsRow } from './totals.tsx';

export interface PromotionRowsProps {
  promotions: readonly { code: string | null; name: string; discountMinor: number }[];
  /** What came off the goods in all. */
  discountMinor: number;
  currency: Currency;
}

/** What each promotion took off the goods, by its name. */
export function PromotionRows({ promotions, discountMinor, currency }: PromotionRowsProps) {
  const named = promotions.filter((promotion) => promotion.discountMinor > 0);
  const other = discountMinor - named.reduce((sum, promotion) => sum + promotion.discountMinor, 0);
  return (
    <>
      {named.map((promotion) => (
        <TotalsRow
          key={`${promotion.code} ${promotion.name}`}
          name={promotion.code === null ? promotion.name : `Discount (${promotion.code})`}
          amountMinor={-promotion.discountMinor}
          currency={currency}
        />
      ))}
      {other > 0 && <TotalsRow name="Discount" amountMinor={-other} currency={currency} />}
    </>
  );
}

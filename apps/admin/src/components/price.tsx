import { Text, type TextProps } from '@mantine/core';
import { type Currency, formatMoney } from '@turing/domain';

interface PriceProps extends TextProps {
  readonly amountMinor: number;
  readonly currency: Currency;
}

/** The one way money is written. */
export function Price({ amountMinor, currency, ...text }: PriceProps) {
  return (
    <Text span inherit {...text} className="tabular">
      {formatMoney({ amountMinor, currency })}
    </Text>
  );
}

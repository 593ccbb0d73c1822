import { NumberInput, type NumberInputProps } from '@mantine/core';
import { currencyExponent } from '@turing/domain';

interface MoneyFieldProps extends Omit<NumberInputProps, 'prefix' | 'decimalScale'> {
  readonly currency: string;
}

/** An amount in major units of a currency, never below zero. */
export function MoneyField({ currency, ...field }: MoneyFieldProps) {
  const symbol = new Intl.NumberFormat('en-US', { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  return (
    <NumberInput
      min={0}
      allowNegative={false}
      decimalScale={currencyExponent(currency)}
      prefix={symbol ?? ''}
      thousandSeparator=","
      placeholder={`${symbol ?? ''}0`}
      hideControls
      {...field}
    />
  );
}

import { Text } from '@mantine/core';
import { Price } from '../../components/price.tsx';
import type { CustomerRow } from './customer.ts';

/** What somebody has paid, in each currency. */
export function Spent({ spent }: { spent: CustomerRow['spent'] }) {
  if (spent.length === 0)
    return (
      <Text span c="dimmed" inherit>
        –
      </Text>
    );
  return spent.map(({ currency, totalMinor }, index) => (
    <Text span key={currency} inherit>
      {index > 0 && ' · '}
      <Price amountMinor={totalMinor} currency={currency} />
    </Text>
  ));
}

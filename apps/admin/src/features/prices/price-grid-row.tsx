import { Text } from '@mantine/core';
import { toMajorString } from '@turing/domain';
import { memo } from 'react';
import { Price } from '../../components/price.tsx';
import { readAmount } from './amounts.ts';
import classes from './price-grid.module.css';
import { differenceOf, type ListedVariant } from './price-list.ts';

interface PriceGridRowProps {
  readonly variant: ListedVariant;
  readonly place: { readonly index: number; readonly start: number };
  /** What was typed and is not saved. */
  readonly text: string | undefined;
  readonly readOnly: boolean;
  readonly onType: (variant: ListedVariant, text: string) => void;
}

export function textOf({ amountMinor, currency }: ListedVariant): string {
  return amountMinor === null ? '' : toMajorString(amountMinor, currency);
}

export const PriceGridRow = memo(({ variant, place, text, readOnly, onType }: PriceGridRowProps) => {
  const { sku, productName, variantName, basePriceMinor, currency } = variant;
  const typed = text ?? textOf(variant);
  const amount = readAmount(typed, currency);
  const difference = differenceOf(basePriceMinor, amount ?? null);
  return (
    <div
      role="row"
      aria-rowindex={place.index + 2}
      className={classes.row}
      style={{ transform: `translateY(${place.start}px)` }}
    >
      <div role="rowheader" className={classes.name}>
        <Text size="sm" fw={500} truncate>
          {productName} · {variantName}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {sku}
        </Text>
      </div>
      <div role="cell" className={classes.number}>
        {basePriceMinor === null ? (
          <Text span size="sm" c="dimmed">
            Not sold
          </Text>
        ) : (
          <Price amountMinor={basePriceMinor} currency={currency} fz="sm" />
        )}
      </div>
      <div role="cell" className={classes.cell} data-changed={text !== undefined || undefined}>
        <input
          className={classes.input}
          aria-label={`List price of ${sku}`}
          aria-invalid={amount === undefined || undefined}
          inputMode="decimal"
          placeholder="–"
          readOnly={readOnly}
          value={typed}
          onChange={(event) => onType(variant, event.currentTarget.value)}
        />
      </div>
      <div role="cell" className={classes.number} data-raised={difference?.startsWith('+') || undefined}>
        {difference ?? ''}
      </div>
    </div>
  );
});
PriceGridRow.displayName = 'PriceGridRow';

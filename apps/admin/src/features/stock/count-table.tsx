'use client';

import { ActionIcon, Text, TextInput } from '@mantine/core';
import { ArrowRight, X } from 'lucide-react';
import { memo } from 'react';
import { type CountMode, type CountRow, unitsAfter } from './count-rows.ts';
import classes from './count.module.css';
import { formatChange, formatUnits } from './stock.ts';

interface CountTableProps {
  readonly rows: readonly CountRow[];
  readonly mode: CountMode;
  readonly onType: (variantId: string, units: string) => void;
  readonly onDrop: (variantId: string) => void;
}

/** What lies there, what was counted, and what it would become. */
export function CountTable({ rows, mode, onType, onDrop }: CountTableProps) {
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Variant</th>
            <th scope="col" data-number>
              On hand
            </th>
            <th scope="col" data-number>
              {mode === 'set' ? 'Counted' : 'Came or went'}
            </th>
            <th scope="col" data-number>
              Becomes
            </th>
            <th scope="col">
              <span className={classes.unseen}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.variantId} row={row} mode={mode} onType={onType} onDrop={onDrop} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Row = memo(function Row({
  row,
  mode,
  onType,
  onDrop,
}: Omit<CountTableProps, 'rows'> & { row: CountRow }) {
  const { variantId, sku, productName, variantName, onHand, units, was, refusal } = row;
  const after = unitsAfter(row, mode);
  const problem = refusal ?? (after === 'invalid' ? 'A whole number that leaves at least none' : null);
  return (
    <tr data-moved={was !== null || undefined}>
      <th scope="row">
        <Text size="sm" fw={500} lineClamp={1}>
          {productName}, {variantName}
        </Text>
        <Text size="xs" c="dimmed" fw={400}>
          {sku}
        </Text>
        {was !== null && (
          <Text size="xs" fw={500} className={classes.moved}>
            It was {formatUnits(was)}, and is {formatUnits(onHand)} by now
          </Text>
        )}
        {problem !== null && (
          <Text size="xs" c="var(--mantine-color-error)" id={`problem-${variantId}`}>
            {problem}
          </Text>
        )}
      </th>
      <td data-number>{formatUnits(onHand)}</td>
      <td data-number>
        <TextInput
          size="xs"
          aria-label={`Number for ${sku}`}
          aria-describedby={problem === null ? undefined : `problem-${variantId}`}
          inputMode="numeric"
          error={problem !== null}
          value={units}
          onChange={(event) => onType(variantId, event.currentTarget.value)}
        />
      </td>
      <td data-number>
        {typeof after === 'number' && after !== onHand && (
          <span className={classes.after}>
            <ArrowRight size={13} aria-hidden />
            {formatUnits(after)}
            <span data-less={after < onHand || undefined}>{formatChange(after - onHand)}</span>
          </span>
        )}
        {after === onHand && <span className={classes.same}>as it is</span>}
      </td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Leave out ${sku}`}
          onClick={() => onDrop(variantId)}
        >
          <X size={15} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
});

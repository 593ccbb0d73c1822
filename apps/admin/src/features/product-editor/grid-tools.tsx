'use client';

import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { currencies, type Currency } from '@turing/domain';
import { ArrowDownToLine, Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { oneOf } from '../../lib/use-address.ts';
import type { CellErrors } from './variant-grid-state.ts';
import classes from './variant-grid.module.css';

/** Which rows and which prices the grid shows. */
export function useGridView() {
  const [currency, setCurrency] = useState<Currency>('USD');
  const [query, setQuery] = useState('');
  return { currency, setCurrency, query, setQuery };
}

interface GridToolsProps {
  readonly view: ReturnType<typeof useGridView>;
  /** The rows that are shown because something is wrong with them; null: all rows. */
  readonly marked: ReadonlySet<string> | null;
  readonly errors: CellErrors;
  readonly writable: boolean;
  readonly onMark: (marked: ReadonlySet<string> | null) => void;
  /** Null while no cell has been chosen. */
  readonly onFillDown: (() => void) | null;
  readonly children: ReactNode;
}

export function GridTools(props: GridToolsProps) {
  const { view, marked, errors, writable, onMark, onFillDown, children } = props;
  return (
    <div className={classes.tools}>
      <TextInput
        className={classes.search}
        aria-label="Find variants"
        placeholder="Find by name, SKU or barcode"
        leftSection={<Search size={16} />}
        value={view.query}
        onChange={(event) => view.setQuery(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label="Currency of the prices"
        data={[...currencies]}
        value={view.currency}
        onChange={(value) => view.setCurrency(oneOf(currencies, value) ?? 'USD')}
      />
      {writable && (
        <Button
          variant="default"
          leftSection={<ArrowDownToLine size={16} />}
          disabled={onFillDown === null}
          onClick={() => onFillDown?.()}
        >
          Fill down
        </Button>
      )}
      {(errors.size > 0 || marked !== null) && (
        <Button
          variant="light"
          color={marked === null ? 'red' : 'gray'}
          onClick={() => onMark(marked === null ? new Set(errors.keys()) : null)}
        >
          {marked === null ? `Show ${errors.size} marked` : 'Show all'}
        </Button>
      )}
      {children}
    </div>
  );
}

'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { readBlock } from './cell-values.ts';
import { GridRow, type Pictures } from './grid-row.tsx';
import {
  type CellErrors,
  type CellEdit,
  type ColumnShown,
  type Drafts,
  type GridColumn,
  pasted,
  type StaffVariant,
} from './variant-grid-state.ts';
import classes from './variant-grid.module.css';

export interface CellPlace {
  readonly row: number;
  readonly column: GridColumn;
}

interface VariantGridProps {
  readonly variants: readonly StaffVariant[];
  /** Where each stands among all variants, counted from one. */
  readonly places: ReadonlyMap<string, number>;
  readonly pictures: Pictures;
  readonly columns: readonly ColumnShown[];
  readonly drafts: Drafts;
  readonly errors: CellErrors;
  readonly selected: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly onEdit: (edits: readonly CellEdit[]) => void;
  readonly onSelect: (ids: readonly string[], selected: boolean) => void;
  readonly onFocus: (place: CellPlace) => void;
  readonly onFillDown: () => void;
  readonly onPicture: (variant: StaffVariant, mediaId: string) => void;
  readonly onStep: (variant: StaffVariant, step: 1 | -1) => void;
}

const rowHeight = 44;
const problemHeight = 20;

/** A thousand rows of inputs, of which only those in view exist. */
export function VariantGrid(props: VariantGridProps) {
  const { variants, places, columns, drafts, errors, selected, disabled, onEdit, onSelect } = props;
  const frame = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- rows are drawn here, nothing of it is handed on
  const rows = useVirtualizer({
    count: variants.length,
    getScrollElement: () => frame.current,
    getItemKey: (row) => variants[row]?.id ?? row,
    estimateSize: (row) => rowHeight + (errors.has(variants[row]?.id ?? '') ? problemHeight : 0),
    overscan: 10,
  });
  useEffect(() => rows.measure(), [rows, errors, variants]);
  const { onKeyDown, onPaste, onFocusCapture } = useGridKeys(props, (row) => rows.scrollToIndex(row));
  const type = useCallback(
    (row: number, column: GridColumn, text: string) => {
      const variant = variants[row];
      if (variant !== undefined) onEdit([{ variant, column, text }]);
    },
    [variants, onEdit],
  );
  const select = useCallback((id: string, on: boolean) => onSelect([id], on), [onSelect]);
  const all = variants.length > 0 && variants.every(({ id }) => selected.has(id));

  return (
    <div ref={frame} className={classes.frame}>
      <div
        role="grid"
        tabIndex={-1}
        aria-label="Variants"
        aria-rowcount={variants.length + 1}
        className={classes.table}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onFocusCapture={onFocusCapture}
      >
        <div role="row" aria-rowindex={1} className={classes.head}>
          <div role="columnheader" className={classes.check}>
            <input
              type="checkbox"
              aria-label="Select all"
              checked={all}
              onChange={(event) =>
                onSelect(
                  variants.map(({ id }) => id),
                  event.currentTarget.checked,
                )
              }
            />
          </div>
          <div role="columnheader" data-number aria-label="Place">
            #
          </div>
          <div role="columnheader">Variant</div>
          {columns.map(({ id, label }) => (
            <div key={id} role="columnheader" data-number={id.includes(':') || undefined}>
              {label}
            </div>
          ))}
          <div role="columnheader" data-number>
            Available
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const variant = variants[index];
            if (variant === undefined) return null;
            return (
              <GridRow
                key={variant.id}
                row={index}
                top={start}
                place={places.get(variant.id) ?? index + 1}
                variant={variant}
                pictures={props.pictures}
                columns={columns}
                cells={drafts.get(variant.id)}
                errors={errors.get(variant.id)}
                selected={selected.has(variant.id)}
                disabled={disabled}
                onType={type}
                onSelect={select}
                onPicture={props.onPicture}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): CellPlace | null {
  if (!(target instanceof HTMLElement) || target.dataset['column'] === undefined) return null;
  return { row: Number(target.dataset['row']), column: target.dataset['column'] as GridColumn };
}

function opensOnEnter(target: EventTarget): boolean {
  return target instanceof HTMLButtonElement;
}

/** Moving between rows, pasting blocks and filling down, for whichever cell has the focus. */
function useGridKeys(props: VariantGridProps, scrollTo: (row: number) => void) {
  const { variants, columns, disabled, onEdit, onFocus, onFillDown, onStep } = props;
  const wanted = useRef<(CellPlace & { readonly id: string | undefined }) | null>(null);

  function focusWanted(): void {
    if (wanted.current === null) return;
    const { row, column, id } = wanted.current;
    // A row that is taken along is not there yet.
    if (variants[row]?.id !== id) return;
    const cell = document.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (cell === null) return;
    wanted.current = null;
    cell.focus();
    if (cell instanceof HTMLInputElement && cell.type !== 'checkbox') cell.select();
  }
  // A row out of view comes into being when the scroll has been drawn.
  useEffect(focusWanted);

  function move(place: CellPlace, rows: number): void {
    const row = Math.min(Math.max(place.row + rows, 0), variants.length - 1);
    wanted.current = { row, column: place.column, id: variants[row]?.id };
    scrollTo(row);
    focusWanted();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const place = placeOf(event.target);
    if (place === null) return;
    const steps = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1, PageDown: 12, PageUp: -12 };
    const step = Object.entries(steps).find(([key]) => key === event.key)?.[1];
    const variant = variants[place.row];
    if (event.altKey && (step === 1 || step === -1)) {
      event.preventDefault();
      if (variant === undefined || disabled) return;
      onStep(variant, step);
      const row = Math.min(Math.max(place.row + step, 0), variants.length - 1);
      wanted.current = { row, column: place.column, id: variant.id };
      scrollTo(row);
    } else if (
      step !== undefined &&
      !event.altKey &&
      !(event.key === 'Enter' && opensOnEnter(event.target))
    ) {
      event.preventDefault();
      move(place, step);
    } else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onFillDown();
    }
  }

  function onPaste(event: ClipboardEvent): void {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (place === null || !/[\t\r\n]/u.test(text.trimEnd())) return;
    event.preventDefault();
    onEdit(pasted({ variants, columns }, place, readBlock(text)));
  }

  return {
    onKeyDown,
    onPaste,
    onFocusCapture: (event: React.FocusEvent) => {
      const place = placeOf(event.target);
      if (place !== null) onFocus(place);
    },
  };
}

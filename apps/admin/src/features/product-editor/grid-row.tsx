'use client';

import { ImagePlus } from 'lucide-react';
import { memo } from 'react';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import classes from './variant-grid.module.css';
import { type ColumnShown, type GridColumn, savedText, type StaffVariant } from './variant-grid-state.ts';

/** The pictures of the product by their ids. */
export type Pictures = ReadonlyMap<
  string,
  { readonly src: string; readonly alt: string; readonly colour: string }
>;

type Cells = Readonly<Partial<Record<GridColumn, string>>>;

interface GridRowProps {
  readonly row: number;
  readonly top: number;
  /** Counted from one among all variants, shown or not. */
  readonly place: number;
  readonly variant: StaffVariant;
  readonly pictures: Pictures;
  readonly columns: readonly ColumnShown[];
  readonly cells: Cells | undefined;
  readonly errors: Cells | undefined;
  readonly selected: boolean;
  readonly disabled: boolean;
  readonly onType: (row: number, column: GridColumn, text: string) => void;
  readonly onSelect: (id: string, selected: boolean) => void;
  readonly onPicture: (variant: StaffVariant, mediaId: string) => void;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, top, place, variant, columns, cells, errors, selected, disabled, onSelect, ...rest } = props;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classes.row}
      data-changed={cells !== undefined || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className={classes.check}>
        <input
          type="checkbox"
          aria-label={`Select ${variant.name}`}
          checked={selected}
          onChange={(event) => onSelect(variant.id, event.currentTarget.checked)}
        />
      </div>
      <div role="gridcell" className={classes.place}>
        {place}
      </div>
      <div role="rowheader" className={classes.name} title={variant.name}>
        {variant.name}
      </div>
      {columns.map((column) => (
        <GridCell
          key={column.id}
          row={row}
          column={column}
          variant={variant}
          text={cells?.[column.id] ?? savedText(variant, column.id)}
          changed={cells?.[column.id] !== undefined}
          error={errors?.[column.id]}
          disabled={disabled}
          {...rest}
        />
      ))}
      <div role="gridcell" className={classes.stock} data-none={variant.onHand === 0 || undefined}>
        {(variant.onHand - variant.allocated).toLocaleString('en-US')}
        <span> of {variant.onHand.toLocaleString('en-US')}</span>
      </div>
    </div>
  );
});

interface GridCellProps {
  readonly row: number;
  readonly column: ColumnShown;
  readonly variant: StaffVariant;
  readonly text: string;
  readonly changed: boolean;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly pictures: Pictures;
  readonly onType: GridRowProps['onType'];
  readonly onPicture: GridRowProps['onPicture'];
}

function GridCell(props: GridCellProps) {
  const { row, column, variant, text, changed, error, disabled, pictures, onType, onPicture } = props;
  const problem = `${variant.id}-${column.id}-problem`;
  const shared = {
    'data-row': row,
    'data-column': column.id,
    'aria-label': `${column.label} of ${variant.name}`,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': error === undefined ? undefined : problem,
    disabled,
  };
  return (
    <div role="gridcell" className={classes.cell} data-changed={changed || undefined}>
      {column.id === 'mediaId' && (
        <button
          {...shared}
          type="button"
          className={classes.picture}
          onClick={() => onPicture(variant, text)}
        >
          {text === '' ? (
            <ImagePlus size={17} strokeWidth={1.6} aria-hidden />
          ) : (
            <ProductThumbnail image={pictures.get(text) ?? null} size={34} />
          )}
        </button>
      )}
      {column.id === 'active' && (
        <input
          {...shared}
          type="checkbox"
          checked={text === 'yes'}
          onChange={(event) => onType(row, column.id, event.currentTarget.checked ? 'yes' : 'no')}
        />
      )}
      {column.id !== 'active' && column.id !== 'mediaId' && (
        <input
          {...shared}
          className={classes.input}
          data-number={isNumber(column.id) || undefined}
          inputMode={isNumber(column.id) ? 'decimal' : 'text'}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => onType(row, column.id, event.currentTarget.value)}
        />
      )}
      {error !== undefined && (
        <span id={problem} className={classes.problem}>
          {error}
        </span>
      )}
    </div>
  );
}

function isNumber(column: GridColumn): boolean {
  return column !== 'sku' && column !== 'barcode';
}

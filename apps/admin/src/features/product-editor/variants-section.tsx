'use client';

import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useCallback, useMemo, useState } from 'react';
import { Section } from '../../components/section.tsx';
import { count } from '../../lib/format.ts';
import { useStaff } from '../../lib/staff.tsx';
import { GridConflict } from './grid-conflict.tsx';
import { GridTools, useGridView } from './grid-tools.tsx';
import { SaveBar } from './save-bar.tsx';
import { SelectionTools } from './selection-tools.tsx';
import { useRemoveVariants, useSaveVariants } from './use-save-variants.ts';
import { useUnsavedGuard } from './use-unsaved-guard.tsx';
import { usePictures } from './use-pictures.ts';
import { useVariantGrid, type VariantGridState, type VariantPage } from './use-variant-grid.ts';
import { type CellPlace, VariantGrid } from './variant-grid.tsx';
import { cellText, columnsFor, type Drafts, type StaffVariant } from './variant-grid-state.ts';
import { placed, stepped } from './variant-order.ts';
import classes from './variant-grid.module.css';

interface VariantsSectionProps {
  readonly productId: string;
  readonly page: VariantPage;
}

/** All variants of a product in one grid, with one save for whatever was typed. */
export function VariantsSection({ productId, page }: VariantsSectionProps) {
  const grid = useVariantGrid(page);
  const { save, saving, problem } = useSaveVariants(productId, grid);
  const remove = useRemoveVariants(productId, grid.base.version);
  const writable = useStaff().permissions.includes('products:write');
  const view = useGridView();
  const [marked, setMarked] = useState<ReadonlySet<string> | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [place, setPlace] = useState<CellPlace | null>(null);
  const { pictures, choose } = usePictures(productId, grid.edit);
  const { order } = grid;
  const columns = useMemo(() => columnsFor(view.currency), [view.currency]);
  const variants = useMemo(() => {
    const found = matching(grid.variants, view.query);
    return marked === null ? found : found.filter(({ id }) => marked.has(id));
  }, [grid.variants, view.query, marked]);
  const places = useMemo(
    () => new Map(grid.variants.map(({ id }, index) => [id, index + 1])),
    [grid.variants],
  );
  const unsaved = unsavedIn(grid);
  useUnsavedGuard(unsaved !== null);

  const select = useCallback((ids: readonly string[], on: boolean): void => {
    setSelected((former) => {
      const next = new Set(former);
      for (const id of ids)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  }, []);
  const chooseOne = useCallback(
    (variant: StaffVariant, value: string) => choose([variant], value || null),
    [choose],
  );
  const chosen = grid.variants.filter(({ id }) => selected.has(id));

  function fillDown(): void {
    const from = place === null ? undefined : variants[place.row];
    if (place === null || from === undefined) return;
    const text = cellText(grid.drafts, from, place.column);
    const below = variants.slice(place.row + 1);
    const targets = chosen.length > 0 ? below.filter(({ id }) => selected.has(id)) : below;
    grid.edit(targets.map((variant) => ({ variant, column: place.column, text })));
  }

  return (
    <>
      <GridConflict grid={grid} />
      <Section title={count(grid.base.items.length, 'variant')} flush>
        <GridTools
          view={view}
          marked={marked}
          errors={grid.errors}
          onMark={setMarked}
          onFillDown={place === null ? null : fillDown}
          writable={writable}
        >
          {writable && chosen.length > 0 && (
            <SelectionTools
              count={chosen.length}
              among={grid.variants.length}
              onStep={(step) => order(stepped(grid.variants, selected, step))}
              onPlace={(to) => order(placed(grid.variants, selected, to))}
              onPicture={() => choose(chosen, sharedPicture(grid.drafts, chosen))}
              onActive={(text) => grid.edit(chosen.map((variant) => ({ variant, column: 'active', text })))}
              onRemove={() =>
                askToRemove(chosen, () => {
                  remove(chosen.map(({ id }) => id));
                  setSelected(new Set());
                })
              }
            />
          )}
        </GridTools>
        <VariantGrid
          key={`${view.query} ${marked === null}`}
          variants={variants}
          places={places}
          pictures={pictures}
          columns={columns}
          drafts={grid.drafts}
          errors={grid.errors}
          selected={selected}
          disabled={!writable}
          onEdit={grid.edit}
          onSelect={select}
          onFocus={setPlace}
          onFillDown={fillDown}
          onPicture={chooseOne}
          onStep={({ id }, step) => order(stepped(grid.variants, new Set([id]), step))}
        />
        <div className={classes.hint}>
          Enter and the arrow keys move between rows; with Alt they take the row along. Paste cells from a
          spreadsheet into the first cell of where they go. Fill down (Ctrl or ⌘ D) copies a cell to the rows
          below, or to those of them that are selected.
        </div>
      </Section>
      {unsaved !== null && (
        <SaveBar unsaved={unsaved} saving={saving} problem={problem} onSave={save} onDiscard={grid.discard} />
      )}
    </>
  );
}

/** What all of them show; undefined when that differs. */
function sharedPicture(drafts: Drafts, variants: readonly StaffVariant[]): string | null | undefined {
  const [value, ...others] = new Set(variants.map((variant) => cellText(drafts, variant, 'mediaId')));
  return others.length > 0 ? undefined : value || null;
}

/** In words; null: nothing. */
function unsavedIn({ drafts, positions }: VariantGridState): string | null {
  const parts = [
    ...(drafts.size > 0 ? [count(drafts.size, 'variant')] : []),
    ...(positions.size > 0 ? ['the order'] : []),
  ];
  return parts.length === 0 ? null : parts.join(' and ');
}

function matching(variants: readonly StaffVariant[], query: string): readonly StaffVariant[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return variants;
  return variants.filter(({ name, sku, barcode }) => {
    const text = `${name} ${sku} ${barcode ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function askToRemove(chosen: readonly StaffVariant[], onConfirm: () => void): void {
  modals.openConfirmModal({
    title: `Remove ${count(chosen.length, 'variant')}?`,
    children: (
      <Text size="sm">
        They will be gone for good, with their prices. A variant that was ordered or stocked cannot be
        removed: withdraw it from sale instead.
      </Text>
    ),
    labels: { confirm: 'Remove', cancel: 'Keep' },
    confirmProps: { color: 'red.8' },
    onConfirm,
  });
}

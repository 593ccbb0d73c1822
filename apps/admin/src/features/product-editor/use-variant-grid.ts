'use client';

import type { RouterOutputs } from '@turing/client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  type CellEdit,
  type CellErrors,
  type Drafts,
  edited,
  type GridColumn,
  savedText,
  type StaffVariant,
  toVariantChanges,
} from './variant-grid-state.ts';
import { type DraftOrder, inOrder, positionChanges } from './variant-order.ts';

export type VariantPage = RouterOutputs['products']['staff']['variants']['list'];

/** A cell that was typed into here and saved by somebody else. */
export interface Overlap {
  readonly variant: StaffVariant;
  readonly column: GridColumn;
  readonly mine: string;
  readonly theirs: string;
}

const noDrafts: Drafts = new Map();
const noErrors: CellErrors = new Map();

/** What is typed into the grid, on which state of the variants, and what becomes of it when that changes. */
export function useVariantGrid(page: VariantPage) {
  const [base, setBase] = useState(page);
  const [latest, setLatest] = useState<VariantPage | null>(null);
  const [drafts, setDrafts] = useState<Drafts>(noDrafts);
  const [refused, setRefused] = useState<CellErrors>(noErrors);
  const [order, setOrder] = useState<DraftOrder>(null);
  const variants = useMemo(() => inOrder(base.items, order), [base.items, order]);
  const positions = useMemo(() => positionChanges(base.items, order), [base.items, order]);
  const overlaps = useMemo(
    () => (latest === null ? [] : overlapsOf(drafts, base, latest)),
    [drafts, base, latest],
  );
  const { errors } = useMemo(() => toVariantChanges(base.items, drafts), [base, drafts]);

  const adopt = useCallback((next: VariantPage): void => {
    setBase(next);
    setLatest(null);
    setDrafts((typed) => edited(noDrafts, editsOf(typed, next.items)));
  }, []);

  useEffect(() => {
    if (page === base) return;
    if (page.version === base.version || overlapsOf(drafts, base, page).length === 0) adopt(page);
    else setLatest(page);
    // oxlint-disable-next-line react/exhaustive-deps -- only what was loaded is news
  }, [page]);

  const edit = useCallback((edits: readonly CellEdit[]): void => {
    setDrafts((typed) => edited(typed, edits));
    setRefused((former) => without(former, edits));
  }, []);

  return {
    base,
    latest,
    overlaps,
    drafts,
    edit,
    /** All of them, as they are ordered here. */
    variants,
    /** Of those that were moved. */
    positions,
    order: setOrder,
    refuse: setRefused,
    errors: useMemo(() => joined(errors, refused), [errors, refused]),
    keepMine: () => latest !== null && adopt(latest),
    discard: () => {
      setDrafts(noDrafts);
      setRefused(noErrors);
      setOrder(null);
      if (latest !== null) adopt(latest);
    },
  };
}

export type VariantGridState = ReturnType<typeof useVariantGrid>;

function editsOf(drafts: Drafts, variants: readonly StaffVariant[]): CellEdit[] {
  return variants.flatMap((variant) =>
    Object.entries(drafts.get(variant.id) ?? {}).map(([column, text]) => ({
      variant,
      column: column as GridColumn,
      text,
    })),
  );
}

function overlapsOf(drafts: Drafts, base: VariantPage, latest: VariantPage): Overlap[] {
  const was = new Map(base.items.map((variant) => [variant.id, variant]));
  return editsOf(drafts, latest.items).flatMap(({ variant, column, text }) => {
    const former = was.get(variant.id);
    const theirs = savedText(variant, column);
    if (former === undefined || theirs === text.trim() || savedText(former, column) === theirs) return [];
    return [{ variant, column, mine: text, theirs }];
  });
}

function without(errors: CellErrors, edits: readonly CellEdit[]): CellErrors {
  if (!edits.some(({ variant }) => errors.has(variant.id))) return errors;
  const next = new Map(errors);
  for (const { variant, column } of edits) {
    const { [column]: _gone, ...others } = next.get(variant.id) ?? {};
    if (Object.keys(others).length === 0) next.delete(variant.id);
    else next.set(variant.id, others);
  }
  return next;
}

function joined(one: CellErrors, other: CellErrors): CellErrors {
  if (other.size === 0) return one;
  const next = new Map(one);
  for (const [id, cells] of other) next.set(id, { ...cells, ...next.get(id) });
  return next;
}

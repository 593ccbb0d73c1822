'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { failureFor, messages, sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { useProductWrite } from './use-product-write.ts';
import type { VariantGridState } from './use-variant-grid.ts';
import {
  type CellErrors,
  type Drafts,
  type GridColumn,
  toVariantChanges,
  type VariantChange,
} from './variant-grid-state.ts';

/** Saves all that was typed into the grid at once; what is refused is shown in its cells. */
export function useSaveVariants(productId: string, grid: VariantGridState) {
  const trpc = useTRPC();
  const { reload } = useProductWrite();
  const keyFor = useIntentKey();
  const [refusal, setRefusal] = useState<{ text: string; drafts: Drafts } | null>(null);
  const setProblem = (text: string) => setRefusal({ text, drafts: grid.drafts });
  const update = useMutation(
    trpc.products.staff.variants.bulkUpdate.mutationOptions({
      onSuccess: async (_written, { variants }) => {
        await reload(productId);
        grid.discard();
        setRefusal(null);
        toastDone('Saved', `${count(variants.length, 'variant')} saved.`);
      },
      onError: (error, { variants }) => {
        setProblem(sentenceFor(error));
        grid.refuse(cellErrors(error, variants));
        if (failureFor(error).code === 'VERSION_CONFLICT') void reload(productId);
      },
    }),
  );
  function save(): void {
    if (update.isPending) return;
    const { changes, errors } = toVariantChanges(grid.base.items, grid.drafts, grid.positions);
    if (errors.size > 0) {
      setProblem(`${count(errors.size, 'variant')} cannot be saved like this: look at the marked cells.`);
      return;
    }
    if (grid.latest !== null) {
      setProblem('Somebody else changed the variants: choose above how to go on.');
      return;
    }
    const input = { id: productId, version: grid.base.version, variants: changes };
    update.mutate({ ...input, idempotencyKey: keyFor(input) });
  }

  return {
    save,
    saving: update.isPending,
    /** Until something else is typed. */
    problem: refusal !== null && refusal.drafts === grid.drafts ? refusal.text : null,
  };
}

/** Removes variants at once, unlike what is typed. */
export function useRemoveVariants(productId: string, version: number): (variantIds: string[]) => void {
  const trpc = useTRPC();
  const { reload, tell } = useProductWrite();
  const remove = useMutation(
    trpc.products.staff.variants.remove.mutationOptions({
      onSuccess: async (_written, { variantIds }) => {
        await reload(productId);
        toastDone('Removed', `${count(variantIds.length, 'variant')} removed.`);
      },
      onError: (error) => tell(productId, 'Not removed', error),
    }),
  );

  return (variantIds) =>
    remove.mutate({ id: productId, version, variantIds, idempotencyKey: createIdempotencyKey() });
}

const columnOfCode = { SKU_TAKEN: 'sku', BARCODE_TAKEN: 'barcode' } as const;

/** Where in the grid the API's refusal belongs. */
function cellErrors(error: unknown, sent: readonly VariantChange[]): CellErrors {
  const { code, details, fields } = failureFor(error);
  if (code === 'SKU_TAKEN' || code === 'BARCODE_TAKEN') {
    const ids = Array.isArray(details['variantIds']) ? (details['variantIds'] as string[]) : [];
    return new Map(ids.map((id) => [id, { [columnOfCode[code]]: messages[code] }]));
  }
  if (code === 'MEDIA_NOT_FOUND') {
    const gone = new Set(Array.isArray(details['ids']) ? (details['ids'] as unknown[]) : []);
    const ids = sent.filter(({ mediaId }) => gone.has(mediaId)).map(({ id }) => id);
    return new Map(ids.map((id) => [id, { mediaId: 'Gone' }]));
  }
  const found = new Map<string, Partial<Record<GridColumn, string>>>();
  for (const { path, message } of fields) {
    const [, row, field] = path.split('.');
    const id = sent[Number(row)]?.id;
    const column =
      field === 'barcode' || field === 'weightGrams' || field === 'lowStockThreshold' ? field : 'sku';
    if (id !== undefined) found.set(id, { ...found.get(id), [column]: message });
  }
  return found;
}

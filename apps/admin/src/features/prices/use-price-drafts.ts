'use client';

import { useMutation } from '@tanstack/react-query';
import type { Currency } from '@turing/domain';
import { useCallback, useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { count } from '../../lib/format.ts';
import { toastDone } from '../../lib/toast.tsx';
import { readAmount } from './amounts.ts';
import { textOf } from './price-grid-row.tsx';
import type { ListedVariant, PriceList } from './price-list.ts';
import { usePriceListWrite } from './use-price-list-write.ts';

/** The most prices the API takes at once. */
export const mostAtOnce = 1000;

export interface PriceDrafts {
  readonly texts: ReadonlyMap<string, string>;
  readonly type: (variant: ListedVariant, text: string) => void;
  readonly problem: string | null;
  readonly saving: boolean;
  readonly save: () => void;
  readonly discard: () => void;
}

/** Prices typed and not saved yet, by variant. */
export function usePriceDrafts({ id, version }: PriceList, currency: Currency): PriceDrafts {
  const trpc = useTRPC();
  const { refresh, failed } = usePriceListWrite();
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [problem, setProblem] = useState<string | null>(null);
  const set = useMutation(
    trpc.products.staff.priceLists.setPrices.mutationOptions({
      onSuccess: async ({ written, deleted }) => {
        await refresh();
        setTexts(new Map());
        toastDone('Prices saved', `${count(written, 'price')} set, ${count(deleted, 'price')} taken off.`);
      },
      onError: (error) => setProblem(failed(error)),
    }),
  );

  const type = useCallback((variant: ListedVariant, text: string) => {
    setProblem(null);
    setTexts((before) => {
      const after = new Map(before);
      if (text.trim() === textOf(variant)) after.delete(variant.variantId);
      else after.set(variant.variantId, text);
      return after;
    });
  }, []);

  function save(): void {
    const rows = [...texts].map(([variantId, text]) => ({
      variantId,
      currency,
      amountMinor: readAmount(text, currency),
    }));
    const good = rows.flatMap(({ amountMinor, ...row }) =>
      amountMinor === undefined ? [] : [{ ...row, amountMinor }],
    );
    if (good.length < rows.length) setProblem('Some prices are not amounts. They are marked.');
    else if (good.length > mostAtOnce) setProblem('Save at most 1,000 prices at once.');
    else set.mutate({ id, version, rows: good, idempotencyKey: createIdempotencyKey() });
  }

  return { texts, type, problem, saving: set.isPending, save, discard: () => setTexts(new Map()) };
}

'use client';

import { useMutation } from '@tanstack/react-query';
import type { Currency } from '@turing/domain';
import { useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import { readPaste } from './amounts.ts';
import type { PriceList } from './price-list.ts';
import { type CheckedPaste, useMatchedSkus } from './use-matched-skus.ts';
import { mostAtOnce } from './use-price-drafts.ts';
import { usePriceListWrite } from './use-price-list-write.ts';

/** Looks up what was pasted, then sets it. */
export function usePaste({ id, version }: PriceList, currency: Currency, onDone: () => void) {
  const trpc = useTRPC();
  const { refresh, failed } = usePriceListWrite();
  const [checked, setChecked] = useState<CheckedPaste | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const check = useMutation({
    mutationFn: useMatchedSkus(id, currency),
    onSuccess: setChecked,
    onError: (error) => setProblem(sentenceFor(error)),
  });
  const set = useMutation(
    trpc.products.staff.priceLists.setPrices.mutationOptions({
      onSuccess: async ({ written, deleted }) => {
        onDone();
        await refresh();
        toastDone('Prices set', `${count(written, 'price')} set, ${count(deleted, 'price')} taken off.`);
      },
      onError: (error) => {
        const sentence = failed(error);
        if (sentence === null) onDone();
        setProblem(sentence);
      },
    }),
  );

  function look(text: string): void {
    setProblem(null);
    const pasted = readPaste(text, currency);
    if (pasted.lines.length > mostAtOnce) setProblem('These are more than 1,000 rows. Paste them in parts.');
    else check.mutate(pasted);
  }

  function apply(): void {
    const rows = (checked?.found ?? []).map(({ variantId, amountMinor }) => ({
      variantId,
      currency,
      amountMinor,
    }));
    set.mutate({ id, version, rows, idempotencyKey: createIdempotencyKey() });
  }

  return {
    checked,
    problem,
    busy: check.isPending || set.isPending,
    check: look,
    apply,
    forget: () => {
      setChecked(null);
      setProblem(null);
    },
  };
}

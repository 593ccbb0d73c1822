'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Currency } from '@turing/domain';
import { useTRPC } from '../../lib/api.ts';
import type { Pasted, PastedLine } from './amounts.ts';
import type { ListedVariant } from './price-list.ts';

export interface CheckedPaste {
  /** The variants of the rows, with the prices pasted. */
  readonly found: readonly ListedVariant[];
  readonly unknown: readonly string[];
  readonly wrong: readonly number[];
}

/** As many SKUs as fit into one request. */
const portion = 100;

/** Looks up which variants the rows of a paste mean. */
export function useMatchedSkus(id: string, currency: Currency): (pasted: Pasted) => Promise<CheckedPaste> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  return async ({ lines, wrong }) => {
    const bySku = new Map<string, ListedVariant>();
    for (let start = 0; start < lines.length; start += portion) {
      const skus = lines.slice(start, start + portion).map(({ sku }) => sku);
      const options = trpc.products.staff.priceLists.matchSkus.queryOptions({ id, currency, skus });
      for (const variant of await queryClient.fetchQuery(options))
        bySku.set(variant.sku.toUpperCase(), variant);
    }
    const variantOf = ({ sku }: PastedLine) => bySku.get(sku.toUpperCase());
    return {
      found: lines.flatMap((line) => {
        const variant = variantOf(line);
        return variant === undefined ? [] : [{ ...variant, amountMinor: line.amountMinor }];
      }),
      unknown: lines.filter((line) => variantOf(line) === undefined).map(({ sku }) => sku),
      wrong,
    };
  };
}

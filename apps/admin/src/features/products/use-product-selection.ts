'use client';

import { useState } from 'react';
import type { ProductRow } from './product.ts';

export interface ProductSelection {
  /** Of the page that is shown, as it is now. */
  readonly chosen: readonly ProductRow[];
  readonly choose: (products: readonly ProductRow[]) => void;
  readonly toggle: (product: ProductRow) => void;
  readonly clear: () => void;
}

/** Which products of the page are chosen; on another page none of them is. */
export function useProductSelection(products: readonly ProductRow[] | undefined): ProductSelection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    chosen: (products ?? []).filter(({ id }) => ids.has(id)),
    choose: (chosen) => setIds(new Set(chosen.map(({ id }) => id))),
    toggle: ({ id }) => setIds((former) => (former.has(id) ? without(former, id) : new Set([...former, id]))),
    clear: () => setIds(new Set()),
  };
}

function without(ids: ReadonlySet<string>, gone: string): ReadonlySet<string> {
  return new Set([...ids].filter((id) => id !== gone));
}

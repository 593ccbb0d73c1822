import type { RouterOutputs } from '@turing/client';

export type ProductRow = RouterOutputs['products']['staff']['list']['items'][number];
export type ProductState = ProductRow['status'];

export const productStates = ['draft', 'active', 'archived'] as const satisfies readonly ProductState[];

export type StockHealth = 'none' | 'low' | 'good';

const lowPerVariant = 5;

/** What can still be sold, and whether someone should order more: low is five or fewer for each variant. */
export function stockOf(product: Pick<ProductRow, 'onHand' | 'allocated' | 'variantCount'>): {
  free: number;
  health: StockHealth;
} {
  const free = Math.max(0, product.onHand - product.allocated);
  if (free === 0) return { free, health: 'none' };
  return { free, health: free <= lowPerVariant * Math.max(1, product.variantCount) ? 'low' : 'good' };
}

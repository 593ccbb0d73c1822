import type { ItemScope, PromotionLine } from './promotion-terms.ts';

/** Whether a line is one of the items meant. */
export function isInScope(line: PromotionLine, scope: ItemScope): boolean {
  const { productIds, collectionIds, categoryIds } = scope;
  if (productIds.length + collectionIds.length + categoryIds.length === 0) return true;
  return (
    (line.productId !== undefined && productIds.includes(line.productId)) ||
    meet(collectionIds, line.collectionIds) ||
    meet(categoryIds, line.categoryIds)
  );
}

function meet(wanted: readonly string[], held: readonly string[] = []): boolean {
  return wanted.some((id) => held.includes(id));
}

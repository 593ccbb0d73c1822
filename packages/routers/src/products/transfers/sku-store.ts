import type { Reader, Transaction } from '@turing/db';

export interface VariantReference {
  readonly id: string;
  readonly productId: string;
}

/** Variants by SKU. */
export async function findVariants(
  db: Reader | Transaction,
  skus: readonly string[],
): Promise<Map<string, VariantReference>> {
  if (skus.length === 0) return new Map();
  const rows = await db
    .selectFrom('product_variant')
    .select(['id', 'product_id as productId', 'sku'])
    .where('sku', 'in', [...new Set(skus)])
    .execute();
  return new Map(rows.map(({ sku, ...variant }) => [sku, variant]));
}

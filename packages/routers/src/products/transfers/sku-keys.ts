import type { Reader } from '@turing/db';
import type { SheetRow } from './csv-rows.ts';
import { unguard } from './formula-guard.ts';
import { findVariants } from './sku-store.ts';

export function skuOf(row: SheetRow): string {
  return unguard(row.cells.get('sku') ?? '').trim();
}

/** The product each row is of; a row of a SKU that nobody has stands alone. */
export async function keysBySku(db: Reader, rows: readonly SheetRow[]): Promise<string[]> {
  const variants = await findVariants(db, rows.map(skuOf));
  return rows.map((row) => variants.get(skuOf(row))?.productId ?? `line ${row.line}`);
}

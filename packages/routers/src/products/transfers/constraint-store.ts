import type { Transaction } from '@turing/db';
import { sql } from 'kysely';

const sentences: Readonly<Record<string, string>> = {
  product_slug_key: 'Another product got this handle meanwhile.',
  product_variant_sku_key: 'Another variant got this SKU meanwhile.',
  product_variant_barcode_key: 'Another variant got this barcode meanwhile.',
};

/** A sentence when the error is a constraint of the database (SQLSTATE class 23) that a row broke; null otherwise. */
export function findRefusal(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (!error.code.startsWith('23')) return null;
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
  return sentences[constraint] ?? 'It does not fit what is there now. Export again and compare.';
}

/** Does the work; when a constraint refuses it, as if it had not been begun. */
export async function inSavepoint<Result>(
  tx: Transaction,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result } | { readonly refusal: string }> {
  await sql`savepoint import_group`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint import_group`.execute(tx);
    return { result };
  } catch (error) {
    const refusal = findRefusal(error);
    if (refusal === null) throw error;
    await sql`rollback to savepoint import_group`.execute(tx);
    return { refusal };
  }
}

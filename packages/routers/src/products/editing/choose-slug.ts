import type { Transaction } from '@turing/db';
import { ShopError, slugify } from '@turing/domain';
import { findUsedSlugs, insertProduct, type ProductFields } from './product-store.ts';

const longestSlug = 190;
const triesAtOnce = 50;

/**
 * Inserts a product at the slug that was given, or at the first free one its name makes: `mug`, `mug-2`, `mug-3`.
 * An address that leads to a renamed product is not free.
 * @throws SLUG_TAKEN when the given slug is
 */
export async function insertAtSlug(
  tx: Transaction,
  fields: Omit<ProductFields, 'slug'>,
  given: string | undefined,
): Promise<{ id: string; slug: string }> {
  if (given !== undefined) {
    const id = await insertProduct(tx, { ...fields, slug: given });
    if (id === null) throw new ShopError('SLUG_TAKEN', { value: given });
    return { id, slug: given };
  }
  const base = slugify(fields.name).slice(0, longestSlug).replace(/-$/u, '') || 'product';
  for (let first = 1; ; first += triesAtOnce) {
    const candidates = Array.from({ length: triesAtOnce }, (_none, index) =>
      first + index === 1 ? base : `${base}-${first + index}`,
    );
    const used = await findUsedSlugs(tx, candidates);
    for (const slug of candidates) {
      if (used.has(slug)) continue;
      const id = await insertProduct(tx, { ...fields, slug });
      if (id !== null) return { id, slug };
    }
  }
}

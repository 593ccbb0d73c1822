import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import { isPublic } from './public-store.ts';
import type { GetProductInput } from './schemas.ts';

const movedProduct = defineStatement<GetProductInput, { slug: string }>('product_moved', (db, param) => ({
  compile: () =>
    sql<{ slug: string }>`
    select p.slug from slug_history h join product p on p.id = h.owner_id
    join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
    where h.owner = 'product' and h.slug = ${param('slug')}::text and ${isPublic}`.compile(db),
}));

/** Today's slug of the product that had this one before, if the shop shows it in that currency. */
export async function findMovedSlug(
  db: Database,
  { slug, currency }: GetProductInput,
): Promise<string | null> {
  const [row] = await db.run(movedProduct, { slug: slug.replaceAll('\0', '\uFFFD'), currency });
  return row?.slug ?? null;
}

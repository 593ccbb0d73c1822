import { type Database, defineStatement } from '@turing/db';
import { sql } from 'kysely';
import { isPublic } from '../public-store.ts';
import type { MovedSlugInput } from './schemas.ts';

const movedSlug = defineStatement<MovedSlugInput, { readonly slug: string | null }>(
  'products_moved_slug',
  (db, param) => ({
    compile: () =>
      sql<{ slug: string | null }>`
      select case former.owner
        when 'product' then (select p.slug from product p where p.id = former.owner_id and ${isPublic})
        when 'category' then (select c.slug from category c where c.id = former.owner_id)
        when 'collection' then (select c.slug from collection c where c.id = former.owner_id and c.published)
      end as slug
      from slug_history former
      where former.owner = ${param('owner')}::slug_owner and former.slug = ${param('slug')}::text`.compile(
        db,
      ),
  }),
);

/** Where the page that had this address is now, or null: never an address the shop would not show. */
export async function findMovedSlug(
  db: Database,
  { owner, slug }: MovedSlugInput,
): Promise<{ slug: string } | null> {
  const [row] = await db.run(movedSlug, { owner, slug: slug.replaceAll('\0', '\uFFFD') });
  return row === undefined || row.slug === null ? null : { slug: row.slug };
}

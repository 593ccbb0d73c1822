import type { CollectionRules } from '@turing/domain';
import { insertRows, type NewRow, type Queryable } from '../src/testing/insert.ts';
import { gatheredPages } from './commerce/pages.ts';
import { createIds } from './ids.ts';
import type { ShelfProduct } from './orders/shelf.ts';
import { createRandom } from './random.ts';

const picked = 12;

/** Writes the shop's collections. The worker finds the members of those with rules when it starts. */
export async function writeCollections(
  db: Queryable,
  shelf: readonly ShelfProduct[],
  now: Date,
): Promise<number> {
  const newId = createIds(createRandom('collections'));
  const { rows } = await db.query('SELECT id, slug, path FROM category');
  const categories = rows as { id: string; slug: string; path: string }[];
  const idOf = (slug: string) => categories.find((category) => category.slug === slug)?.id ?? '';
  const pages = gatheredPages.map((page) => ({
    ...page,
    id: newId(now),
    rules: page.rules === undefined ? null : nameById(page.rules, idOf),
  }));
  await insertRows(
    db,
    'collection',
    pages.map(({ pick: _pick, rules, ...page }, position) => ({
      ...page,
      kind: rules === null ? 'manual' : 'rules',
      rules: rules as NewRow<'collection'>['rules'],
      position,
      version: 1,
      created_at: now,
      updated_at: now,
    })),
  );
  const paths = new Map(categories.map(({ slug, path }) => [slug, path]));
  for (const { id, pick } of pages) {
    if (pick === undefined) continue;
    const chosen = shelf.filter(
      ({ product }) =>
        product.status === 'active' && paths.get(product.kind.category)?.startsWith(`${pick}/`),
    );
    const best = createRandom(`picked ${pick}`).sample(chosen, picked);
    await insertRows(
      db,
      'collection_product',
      best.map((item, position) => ({ collection_id: id, product_id: item.id, position })),
    );
  }
  await db.query(
    `SELECT graphile_worker.add_job('refresh-collections', '{"all": true}'::json, job_key := 'refresh-collections:all')`,
  );
  return pages.length;
}

function nameById({ match, conditions }: CollectionRules, idOf: (slug: string) => string): CollectionRules {
  return {
    match,
    conditions: conditions.map((condition) =>
      condition.field === 'category' ? { ...condition, value: idOf(condition.value) } : condition,
    ),
  };
}

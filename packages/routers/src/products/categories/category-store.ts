import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import { refuseTaken } from '../taken-store.ts';
import type { CreateCategoryInput, UpdateCategoryInput } from './schemas.ts';

type NewCategory = Omit<CreateCategoryInput, 'idempotencyKey' | 'slug'> & {
  readonly slug: string;
  readonly path: string;
  readonly position: number;
};

/** @throws SLUG_TAKEN */
export async function insertCategory(tx: Transaction, category: NewCategory): Promise<string> {
  const write = tx
    .insertInto('category')
    .values({
      parent_id: category.parentId,
      slug: category.slug,
      path: category.path,
      name: category.name,
      description: category.description,
      seo_title: category.seoTitle,
      seo_description: category.seoDescription,
      image_key: category.imageKey,
      position: category.position,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await refuseTaken(write, new ShopError('SLUG_TAKEN', { slug: category.slug }));
  return id;
}

/** What may be edited of a category, as it is. */
export async function getCategoryText(tx: Transaction, id: string) {
  return tx
    .selectFrom('category')
    .select([
      'name',
      'slug',
      'description',
      'seo_title as seoTitle',
      'seo_description as seoDescription',
      'image_key as imageKey',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Writes what changed and counts the version. @throws SLUG_TAKEN */
export async function updateCategoryText(
  tx: Transaction,
  id: string,
  changes: UpdateCategoryInput['changes'],
): Promise<void> {
  const write = tx
    .updateTable('category')
    .set({
      name: changes.name,
      slug: changes.slug,
      description: changes.description,
      seo_title: changes.seoTitle,
      seo_description: changes.seoDescription,
      image_key: changes.imageKey,
    })
    .set((row) => ({ version: row('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .execute();
  await refuseTaken(write, new ShopError('SLUG_TAKEN', { slug: changes.slug }));
}

/** Hangs a category below another parent. */
export async function updateParent(tx: Transaction, id: string, parentId: string | null): Promise<void> {
  await tx
    .updateTable('category')
    .set({ parent_id: parentId, updated_at: sql<Date>`now()` })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** What keeps a category from being deleted. Nobody can add a product to it until the transaction ends. */
export async function lockContents(tx: Transaction, id: string) {
  await tx.selectFrom('category').select('id').where('id', '=', id).forUpdate().execute();
  return tx
    .selectNoFrom((row) => [
      row
        .selectFrom('category')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('parent_id', '=', id)
        .$asScalar()
        .$notNull()
        .as('categories'),
      row
        .selectFrom('product')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(
          sql<boolean>`primary_category_id = ${id}::uuid or id in (
            select product_id from product_category where category_id = ${id}::uuid)`,
        )
        .$asScalar()
        .$notNull()
        .as('products'),
      row
        .selectFrom('collection')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(sql<boolean>`position(${id}::text in rules::text) > 0`)
        .$asScalar()
        .$notNull()
        .as('collections'),
    ])
    .executeTakeFirstOrThrow();
}

export async function deleteCategoryRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('category').where('id', '=', id).execute();
}

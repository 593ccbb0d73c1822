import { insertRows, type NewRow, type Queryable } from '../src/testing/insert.ts';
import { categories } from './catalog/categories.ts';
import type { CatalogProduct } from './catalog/product.ts';
import { attributeCodes, composeAttributes } from './catalog/attributes.ts';
import { composeProperties, composeTags } from './catalog/properties.ts';
import type { NewId } from './ids.ts';
import type { ProductPicture } from './pictures.ts';
import { day, historyDays } from './orders/calendar.ts';
import type { ShelfProduct } from './orders/shelf.ts';
import { createRandom } from './random.ts';
import { writeVariants } from './write-variants.ts';

export interface CatalogInput {
  products: readonly CatalogProduct[];
  pictures: ReadonlyMap<string, readonly ProductPicture[]>;
  newId: NewId;
  now: Date;
}

/** Writes categories and products and gives back the products with their ids. */
export async function writeCatalog(db: Queryable, input: CatalogInput): Promise<ShelfProduct[]> {
  const opened = new Date(input.now.getTime() - 900 * day);
  const categoryIds = new Map(categories.map(({ slug }) => [slug, input.newId(opened)]));
  await insertRows(
    db,
    'category',
    categories.map(({ leaf: _leaf, parent, ...category }) => ({
      ...category,
      id: categoryIds.get(category.slug) ?? '',
      parent_id: parent === null ? null : (categoryIds.get(parent) ?? null),
      image_key: `categories/${category.slug}`,
    })),
  );
  const shelf = input.products.map((product) => putOnShelf(product, input));
  await writeProducts(db, shelf, categoryIds);
  await writeVariants(db, shelf, () => input.newId(input.now));
  await writeAttributes(db, shelf, input);
  await writePictures(db, shelf, input);
  return shelf;
}

function putOnShelf(product: CatalogProduct, { newId, now }: CatalogInput): ShelfProduct {
  const random = createRandom(`published ${product.slug}`);
  const age = random.chance(0.8) ? random.int(historyDays + 2, 880) : random.int(4, historyDays - 20);
  const days = product.status === 'archived' ? random.int(700, 880) : age;
  const at = new Date(now.getTime() - days * day + random.int(0, day - 1));
  return {
    id: newId(at),
    product,
    publishedAt: product.status === 'draft' ? null : at,
    variants: product.variants.map((variant) => ({ id: newId(at), variant })),
    imageKey: `products/${product.slug}-1`,
  };
}

async function writeProducts(
  db: Queryable,
  shelf: readonly ShelfProduct[],
  categoryIds: ReadonlyMap<string, string>,
): Promise<void> {
  await insertRows(
    db,
    'product',
    shelf
      .map(({ id, product, publishedAt }) => ({
        id,
        slug: product.slug,
        name: product.name,
        summary: product.summary,
        description: product.description,
        brand: product.collection.brand,
        status: product.status,
        primary_category_id: categoryIds.get(product.kind.category) ?? '',
        featured: product.featured,
        tags: composeTags(product),
        published_at: publishedAt,
        ...(publishedAt === null ? {} : { created_at: publishedAt, updated_at: publishedAt }),
      }))
      .map(withDates),
  );
  await insertRows(
    db,
    'product_category',
    shelf.map(({ id, product }) => ({
      product_id: id,
      category_id: categoryIds.get(product.kind.category) ?? '',
    })),
  );
}

function withDates(row: NewRow<'product'>): NewRow<'product'> {
  const created = row.created_at ?? new Date();
  return { ...row, created_at: created, updated_at: row.updated_at ?? created };
}

async function writeAttributes(
  db: Queryable,
  shelf: readonly ShelfProduct[],
  { newId, now }: CatalogInput,
): Promise<void> {
  const { attributes, values, valueIds } = attributeCodes(
    shelf.map(({ product }) => product),
    () => newId(now),
  );
  await insertRows(db, 'attribute', attributes);
  await insertRows(db, 'attribute_value', values);
  const rows = shelf.flatMap(({ id, product }) =>
    composeAttributes(product).map(({ attribute, label }) => ({
      product_id: id,
      attribute_value_id: valueIds.get(`${attribute} ${label}`) ?? '',
    })),
  );
  await insertRows(db, 'product_attribute', rows);
  const typed = composeProperties(shelf, now, attributes.length);
  await insertRows(db, 'attribute', typed.attributes);
  await insertRows(db, 'attribute_value', typed.values);
  await insertRows(db, 'product_attribute', typed.chosen);
  await insertRows(db, 'product_property', typed.properties);
}

async function writePictures(
  db: Queryable,
  shelf: readonly ShelfProduct[],
  input: CatalogInput,
): Promise<void> {
  const rows = shelf.flatMap(({ id, product }) =>
    (input.pictures.get(product.slug) ?? []).map(({ key, alt, colour }, position) => ({
      id: input.newId(input.now),
      product_id: id,
      key,
      alt,
      width: 1200,
      height: 1200,
      colour,
      position,
    })),
  );
  await insertRows(db, 'product_media', rows);
}

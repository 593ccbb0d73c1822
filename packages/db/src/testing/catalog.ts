import { slugify, type Currency } from '@turing/domain';
import { insertRow, insertRows, type Queryable } from './insert.ts';
import { uniqueSuffix } from './sequence.ts';
import { createStock, createStockLocation } from './stock.ts';

export interface CategoryInput {
  name?: string;
  slug?: string;
  parentId?: string;
  position?: number;
}

export interface CategoryFixture {
  id: string;
  slug: string;
  path: string;
}

export interface VariantInput {
  sku?: string;
  barcode?: string;
  name?: string;
  weightGrams?: number;
  active?: boolean;
  /** Minor units by currency; 25.00 in each by default. */
  prices?: Partial<Record<Currency, number>>;
  compareAt?: Partial<Record<Currency, number>>;
  /** Units on hand at `location`; 100 by default. */
  stock?: number;
  /** Option name → value, as in { Colour: 'Moss', Size: 'M' }. */
  options?: Record<string, string>;
}

export interface ProductInput {
  name?: string;
  slug?: string;
  summary?: string;
  description?: string;
  brand?: string;
  /** Variants of a gift card have no stock. */
  kind?: 'goods' | 'gift_card';
  status?: 'draft' | 'active' | 'archived';
  featured?: boolean;
  publishedAt?: Date;
  categoryId?: string;
  /** Code of the location that holds the stock; `main` by default. */
  location?: string;
  variants?: readonly VariantInput[];
}

export interface VariantFixture {
  id: string;
  sku: string;
  name: string;
  prices: Partial<Record<Currency, number>>;
}

export interface ProductFixture {
  id: string;
  slug: string;
  name: string;
  categoryId: string;
  variants: VariantFixture[];
  /** The first variant, for tests that need just one. */
  variant: VariantFixture;
}

export async function createCategory(db: Queryable, input: CategoryInput = {}): Promise<CategoryFixture> {
  const name = input.name ?? `Category ${uniqueSuffix()}`;
  const slug = input.slug ?? slugify(name);
  const path = input.parentId === undefined ? slug : `${await pathOf(db, input.parentId)}/${slug}`;
  const { id } = await insertRow(db, 'category', {
    name,
    slug,
    path,
    description: `All of ${name}.`,
    parent_id: input.parentId ?? null,
    position: input.position ?? 0,
  });
  return { id, slug, path };
}

async function pathOf(db: Queryable, categoryId: string): Promise<string> {
  const { rows } = await db.query('SELECT path FROM category WHERE id = $1', [categoryId]);
  const [category] = rows as { path: string }[];
  if (category === undefined) throw new Error(`no category ${categoryId}`);
  return category.path;
}

export async function createProduct(db: Queryable, input: ProductInput = {}): Promise<ProductFixture> {
  const name = input.name ?? `Product ${uniqueSuffix()}`;
  const slug = input.slug ?? slugify(name);
  const categoryId = input.categoryId ?? (await createCategory(db)).id;
  const { id } = await insertRow(db, 'product', {
    name,
    slug,
    summary: input.summary ?? `${name}, in short.`,
    description: input.description ?? `${name}. Made to be used every day.`,
    brand: input.brand ?? 'Fernhollow',
    kind: input.kind ?? 'goods',
    status: input.status ?? 'active',
    featured: input.featured ?? false,
    primary_category_id: categoryId,
    published_at: (input.publishedAt ?? new Date('2026-01-05T09:00:00Z')).toISOString(),
  });
  await insertRow(db, 'product_category', { product_id: id, category_id: categoryId });
  await insertRow(db, 'product_media', {
    product_id: id,
    key: `products/${slug}-1`,
    alt: name,
    width: 1200,
    height: 1200,
    colour: '#e8e2d8',
    position: 0,
  });
  const variants: VariantFixture[] = [];
  for (const [position, variant] of (input.variants ?? [{}]).entries()) {
    const place = {
      id,
      position,
      location: input.location ?? 'main',
      isGiftCard: input.kind === 'gift_card',
    };
    variants.push(await createVariant(db, place, variant));
  }
  const [variant] = variants;
  if (variant === undefined) throw new Error('a product needs a variant');
  return { id, slug, name, categoryId, variants, variant };
}

interface VariantPlace {
  id: string;
  position: number;
  location: string;
  isGiftCard: boolean;
}

async function createVariant(
  db: Queryable,
  product: VariantPlace,
  input: VariantInput,
): Promise<VariantFixture> {
  const sku = input.sku ?? `SKU-${uniqueSuffix().toUpperCase()}`;
  const name = input.name ?? (Object.values(input.options ?? {}).join(' / ') || 'Standard');
  const prices = input.prices ?? { USD: 2500, EUR: 2500, GBP: 2500 };
  const { id } = await insertRow(db, 'product_variant', {
    product_id: product.id,
    sku,
    name,
    barcode: input.barcode ?? null,
    position: product.position,
    weight_grams: input.weightGrams ?? 400,
    active: input.active ?? true,
  });
  await insertRows(
    db,
    'variant_price',
    Object.entries(prices).map(([currency, amount]) => ({
      variant_id: id,
      currency,
      amount_minor: amount,
      compare_at_minor: input.compareAt?.[currency as Currency] ?? null,
    })),
  );
  for (const [option, value] of Object.entries(input.options ?? {})) {
    await setOption(db, { productId: product.id, variantId: id }, [option, value]);
  }
  // What can be promised of a gift card follows from there being a location.
  if (product.isGiftCard) await createStockLocation(db, product.location);
  else await createStock(db, id, { onHand: input.stock ?? 100, location: product.location });
  return { id, sku, name, prices };
}

interface OptionTarget {
  productId: string;
  variantId: string;
}

async function setOption(
  db: Queryable,
  target: OptionTarget,
  [option, value]: [string, string],
): Promise<void> {
  await db.query(
    `WITH kept_option AS (
       INSERT INTO product_option (product_id, name, position)
       VALUES ($1, $3, (SELECT count(*) FROM product_option WHERE product_id = $1))
       ON CONFLICT (product_id, name) DO UPDATE SET name = excluded.name RETURNING id
     ), kept_value AS (
       INSERT INTO product_option_value (option_id, value, position)
       SELECT id, $4, (SELECT count(*) FROM product_option_value WHERE option_id = kept_option.id) FROM kept_option
       ON CONFLICT (option_id, value) DO UPDATE SET value = excluded.value RETURNING id
     )
     INSERT INTO variant_option_value (variant_id, option_value_id) SELECT $2, id FROM kept_value`,
    [target.productId, target.variantId, option, value],
  );
}

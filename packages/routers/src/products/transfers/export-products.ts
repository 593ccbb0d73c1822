import { currencies, toMajorString } from '@turing/domain';
import { attributePrefix, compareAtColumn, optionNumbers, priceColumn } from './columns.ts';
import type { ExportedProduct } from './export-store.ts';

type Cells = Readonly<Record<string, string>>;

/** One row per variant. What the product has once stands in the first; a product without variants has no row. */
export function toProductRows(product: ExportedProduct): Cells[] {
  return product.variants.map((variant, index) => ({
    handle: product.slug,
    ...(index === 0 ? productCells(product) : {}),
    ...optionCells(product, variant),
    sku: variant.sku,
    barcode: variant.barcode ?? '',
    weight_grams: String(variant.weightGrams),
    active: yesNo(variant.active),
    low_stock_threshold: variant.lowStockThreshold === null ? '' : String(variant.lowStockThreshold),
    ...priceCells(variant),
  }));
}

function productCells(product: ExportedProduct): Cells {
  return {
    name: product.name,
    summary: product.summary,
    description: product.description,
    brand: product.brand,
    status: product.status,
    categories: product.categories.join(' | '),
    tags: product.tags.join(' | '),
    featured: yesNo(product.featured),
    seo_title: product.seoTitle ?? '',
    seo_description: product.seoDescription ?? '',
    published_at: iso(product.publishedAt),
    unpublish_at: iso(product.unpublishAt),
    ...optionNames(product),
    ...attributeCells(product),
  };
}

function attributeCells({ values, properties }: ExportedProduct): Cells {
  const cells: Record<string, string> = {};
  for (const { attribute, code } of values) {
    const column = `${attributePrefix}${attribute}`;
    cells[column] = cells[column] === undefined ? code : `${cells[column]} | ${code}`;
  }
  for (const { attribute, number, text } of properties) {
    cells[`${attributePrefix}${attribute}`] = number === null ? (text ?? '') : String(number);
  }
  return cells;
}

function optionNames({ options }: ExportedProduct): Cells {
  return Object.fromEntries(
    optionNumbers.map((number) => [`option${number}_name`, options[number - 1]?.name ?? '']),
  );
}

function optionCells({ options }: ExportedProduct, variant: ExportedProduct['variants'][number]): Cells {
  return Object.fromEntries(
    optionNumbers.map((number) => {
      const option = options[number - 1];
      return [`option${number}_value`, option === undefined ? '' : (variant.values[option.id] ?? '')];
    }),
  );
}

function priceCells({ prices }: ExportedProduct['variants'][number]): Cells {
  const cells: Record<string, string> = {};
  for (const currency of currencies) {
    const price = prices.find((each) => each.currency === currency);
    if (price === undefined) continue;
    cells[priceColumn(currency)] = toMajorString(price.amountMinor, currency);
    if (price.compareAtMinor !== null)
      cells[compareAtColumn(currency)] = toMajorString(price.compareAtMinor, currency);
  }
  return cells;
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function iso(time: string | null): string {
  return time === null ? '' : new Date(time).toISOString();
}

import { currencies, type Currency } from '@turing/domain';
import type { TransferKind } from './kinds.ts';

/** A column of a file: what it is called and an example of what it holds. */
export interface Column {
  readonly name: string;
  readonly example: string;
  /** A file without it is refused. */
  readonly required?: true;
}

export const attributePrefix = 'attribute:';

export const optionNumbers = [1, 2, 3] as const;

export function priceColumn(currency: Currency): string {
  return `price_${currency.toLowerCase()}`;
}

export function compareAtColumn(currency: Currency): string {
  return `compare_at_${currency.toLowerCase()}`;
}

/** Told once per product, in its first row; the rows below leave them empty. */
export const productLevelColumns: readonly Column[] = [
  { name: 'name', example: 'Alder Mug' },
  { name: 'summary', example: 'A stoneware mug that holds its heat.' },
  { name: 'description', example: 'Thrown by hand and glazed inside and out.' },
  { name: 'brand', example: 'Fernhollow' },
  { name: 'status', example: 'draft' },
  { name: 'categories', example: 'kitchen/mugs | gifts' },
  { name: 'tags', example: 'stoneware | gift' },
  { name: 'featured', example: 'no' },
  { name: 'seo_title', example: 'Alder Mug in stoneware' },
  { name: 'seo_description', example: 'A stoneware mug in two sizes.' },
  { name: 'published_at', example: '2026-01-31T09:00:00Z' },
  { name: 'unpublish_at', example: '' },
];

const optionColumns: readonly Column[] = [
  { name: 'option1_name', example: 'Colour' },
  { name: 'option1_value', example: 'Moss' },
  { name: 'option2_name', example: 'Capacity' },
  { name: 'option2_value', example: '300 ml' },
  { name: 'option3_name', example: '' },
  { name: 'option3_value', example: '' },
];

const variantColumns: readonly Column[] = [
  { name: 'sku', example: 'MUG-MOSS-300', required: true },
  { name: 'barcode', example: '4006381333931' },
  { name: 'weight_grams', example: '360' },
  { name: 'active', example: 'yes' },
  { name: 'low_stock_threshold', example: '5' },
];

const priceColumns: readonly Column[] = currencies.flatMap((currency) => [
  { name: priceColumn(currency), example: '24.00' },
  { name: compareAtColumn(currency), example: '' },
]);

const fixedColumns: Readonly<Record<TransferKind, readonly Column[]>> = {
  products: [
    { name: 'handle', example: 'alder-mug', required: true },
    ...productLevelColumns,
    ...optionColumns,
    ...variantColumns,
    ...priceColumns,
  ],
  prices: [
    { name: 'sku', example: 'MUG-MOSS-300', required: true },
    { name: 'price_list', example: '' },
    { name: 'currency', example: 'USD', required: true },
    { name: 'amount', example: '24.00', required: true },
    { name: 'compare_at', example: '30.00' },
  ],
  stock: [
    { name: 'sku', example: 'MUG-MOSS-300', required: true },
    { name: 'location', example: 'main', required: true },
    { name: 'on_hand', example: '40' },
    { name: 'change', example: '' },
    { name: 'reason', example: 'correction' },
    { name: 'expected_on_hand', example: '38' },
    { name: 'note', example: 'Counted in January' },
  ],
};

/** The columns of a kind in the order they are exported in; products have one for each attribute of the shop. */
export function columnsOf(kind: TransferKind, attributeCodes: readonly string[]): Column[] {
  const attributes = attributeCodes.map((code) => ({ name: `${attributePrefix}${code}`, example: '' }));
  if (kind !== 'products') return [...fixedColumns[kind]];
  const split = 1 + productLevelColumns.length;
  const { products } = fixedColumns;
  return [...products.slice(0, split), ...attributes, ...products.slice(split)];
}

import { currencies, type Currency } from '@turing/domain';
import type { TransferKind } from './kinds.ts';

/** A column of a file: what it is called, what is written in it and an example of that. */
export interface Column {
  readonly name: string;
  /** For people; docs/csv.md says the same. */
  readonly help: string;
  readonly example: string;
  /** A file without it is refused. */
  readonly required?: true;
}

export const attributePrefix = 'attribute:';

const attributeHelp =
  'What the product has of the attribute: values by code or label between bars, yes or no, a number, or text, by its kind. Empty: nothing of it.';

export const optionNumbers = [1, 2, 3] as const;

export function priceColumn(currency: Currency): string {
  return `price_${currency.toLowerCase()}`;
}

export function compareAtColumn(currency: Currency): string {
  return `compare_at_${currency.toLowerCase()}`;
}

/** Told once per product, in its first row; the rows below leave them empty. */
export const productLevelColumns: readonly Column[] = [
  {
    name: 'name',
    help: 'What the product is called, at most 200 characters. A new product needs one; empty leaves what is there.',
    example: 'Alder Mug',
  },
  {
    name: 'summary',
    help: 'One or two sentences for lists, at most 500 characters.',
    example: 'A stoneware mug that holds its heat.',
  },
  {
    name: 'description',
    help: 'The text of the page, at most 50,000 characters.',
    example: 'Thrown by hand and glazed inside and out.',
  },
  { name: 'brand', help: 'Who makes it, at most 120 characters.', example: 'Fernhollow' },
  {
    name: 'status',
    help: 'draft, active or archived. Empty leaves what is there; a new product is a draft. An active one needs a variant on sale with a price.',
    example: 'draft',
  },
  {
    name: 'categories',
    help: 'Slugs, or paths of them, between bars; the first is the primary one. A new product needs one; empty leaves what is there.',
    example: 'kitchen/mugs | gifts',
  },
  {
    name: 'tags',
    help: 'Words between bars, each at most 60 characters. They replace those there are.',
    example: 'stoneware | gift',
  },
  { name: 'featured', help: 'yes or no.', example: 'no' },
  {
    name: 'seo_title',
    help: 'The title for search engines, at most 200 characters.',
    example: 'Alder Mug in stoneware',
  },
  {
    name: 'seo_description',
    help: 'The text for search engines, at most 500 characters.',
    example: 'A stoneware mug in two sizes.',
  },
  {
    name: 'published_at',
    help: 'From when shoppers see it: a day (its beginning, UTC) or a time with its zone. Empty leaves what is there.',
    example: '2026-01-31T09:00:00Z',
  },
  {
    name: 'unpublish_at',
    help: 'Until when shoppers see it, written like published_at. Empty: without end.',
    example: '',
  },
];

const optionColumns: readonly Column[] = [
  {
    name: 'option1_name',
    help: 'What the variants differ in first, at most 60 characters.',
    example: 'Colour',
  },
  { name: 'option1_value', help: 'What this variant is of it, at most 60 characters.', example: 'Moss' },
  { name: 'option2_name', help: 'What they differ in second.', example: 'Capacity' },
  { name: 'option2_value', help: 'What this variant is of it.', example: '300 ml' },
  { name: 'option3_name', help: 'What they differ in third.', example: '' },
  { name: 'option3_value', help: 'What this variant is of it.', example: '' },
];

const variantColumns: readonly Column[] = [
  {
    name: 'sku',
    help: 'Names the variant, at most 64 characters; no two share one.',
    example: 'MUG-MOSS-300',
    required: true,
  },
  {
    name: 'barcode',
    help: 'Such as an EAN, at most 64 characters; no two variants share one.',
    example: '4006381333931',
  },
  { name: 'weight_grams', help: 'Whole grams, up to 10,000,000.', example: '360' },
  { name: 'active', help: 'Whether the variant is on sale: yes or no.', example: 'yes' },
  {
    name: 'low_stock_threshold',
    help: 'With how many free units it is low: a whole number. Empty: it is never low.',
    example: '5',
  },
];

const priceColumns: readonly Column[] = currencies.flatMap((currency) => [
  {
    name: priceColumn(currency),
    help: `The regular price in ${currency}, in major units with a point. Empty: no price in ${currency}.`,
    example: '24.00',
  },
  {
    name: compareAtColumn(currency),
    help: `The price in ${currency} to compare with, above the price. Empty: none.`,
    example: '',
  },
]);

const fixedColumns: Readonly<Record<TransferKind, readonly Column[]>> = {
  products: [
    {
      name: 'handle',
      help: 'The address of the product: lower-case letters and digits joined by hyphens. The rows of one product have the same and stand together.',
      example: 'alder-mug',
      required: true,
    },
    ...productLevelColumns,
    ...optionColumns,
    ...variantColumns,
    ...priceColumns,
  ],
  prices: [
    { name: 'sku', help: 'Whose price it is.', example: 'MUG-MOSS-300', required: true },
    { name: 'price_list', help: 'The name of a price list; empty: the regular price.', example: '' },
    { name: 'currency', help: 'USD, EUR or GBP.', example: 'USD', required: true },
    {
      name: 'amount',
      help: 'In major units with a point, as in 24.00; above zero.',
      example: '24.00',
      required: true,
    },
    {
      name: 'compare_at',
      help: 'The price to compare with, above the amount. Only of a regular price; empty: none.',
      example: '30.00',
    },
  ],
  stock: [
    { name: 'sku', help: 'What is counted.', example: 'MUG-MOSS-300', required: true },
    { name: 'location', help: 'The code of a location.', example: 'main', required: true },
    {
      name: 'on_hand',
      help: 'How many lie there now, from 0 to 1,000,000. Either this or change.',
      example: '40',
    },
    { name: 'change', help: 'How many came, or went with a minus. Either this or on_hand.', example: '' },
    {
      name: 'reason',
      help: 'received, returned, written_off, correction, damaged, lost or found. Empty: correction.',
      example: 'correction',
    },
    {
      name: 'expected_on_hand',
      help: 'What you think lies there: with another number there the row is refused.',
      example: '38',
    },
    { name: 'note', help: 'Kept in the ledger, at most 500 characters.', example: 'Counted in January' },
  ],
};

/** The columns of a kind in the order they are exported in; products have one for each attribute of the shop. */
export function columnsOf(kind: TransferKind, attributeCodes: readonly string[]): Column[] {
  const attributes = attributeCodes.map((code) => ({
    name: `${attributePrefix}${code}`,
    help: attributeHelp,
    example: '',
  }));
  if (kind !== 'products') return [...fixedColumns[kind]];
  const split = 1 + productLevelColumns.length;
  const { products } = fixedColumns;
  return [...products.slice(0, split), ...attributes, ...products.slice(split)];
}

/** The columns of a kind as people read of them. */
export function describeColumns(
  kind: TransferKind,
  attributeCodes: readonly string[],
): (Omit<Column, 'required'> & { required: boolean })[] {
  return columnsOf(kind, attributeCodes).map((column) => ({ ...column, required: column.required ?? false }));
}

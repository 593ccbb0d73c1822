import type { Currency } from '@turing/domain';
import { insertRows, type NewRow, type Queryable } from '../src/testing/insert.ts';
import { colours } from './catalog/palettes.ts';
import type { ShelfProduct, ShelfVariant } from './orders/shelf.ts';

interface OptionRows {
  options: NewRow<'product_option'>[];
  values: NewRow<'product_option_value'>[];
  links: NewRow<'variant_option_value'>[];
}

interface Option {
  name: string;
  position: number;
  valueOf: (variant: ShelfVariant) => { value: string; swatch: string | null } | null;
}

/** Writes the variants of products, the options they differ in and their prices. */
export async function writeVariants(
  db: Queryable,
  shelf: readonly ShelfProduct[],
  newId: () => string,
): Promise<void> {
  const rows: OptionRows = { options: [], values: [], links: [] };
  for (const item of shelf) {
    for (const option of optionsOf(item)) addOption(rows, item, { option, newId });
  }
  await insertRows(db, 'product_variant', variantRows(shelf));
  await insertRows(db, 'product_option', rows.options);
  await insertRows(db, 'product_option_value', rows.values);
  await insertRows(db, 'variant_option_value', rows.links);
  await insertRows(db, 'variant_price', priceRows(shelf));
}

function optionsOf({ product }: ShelfProduct): Option[] {
  const colour: Option = {
    name: 'Colour',
    position: 0,
    valueOf: ({ variant }) => ({ value: variant.colour, swatch: colours[variant.colour][0] }),
  };
  const { second } = product.kind;
  if (second === undefined) return [colour];
  const valueOf: Option['valueOf'] = ({ variant }) =>
    variant.second === null ? null : { value: variant.second, swatch: null };
  return [colour, { name: second.name, position: 1, valueOf }];
}

function addOption(
  rows: OptionRows,
  { id: productId, variants }: ShelfProduct,
  { option, newId }: { option: Option; newId: () => string },
): void {
  const optionId = newId();
  rows.options.push({ id: optionId, product_id: productId, name: option.name, position: option.position });
  const ids = new Map<string, string>();
  for (const variant of variants) {
    const chosen = option.valueOf(variant);
    if (chosen === null) continue;
    const known = ids.get(chosen.value);
    const id = known ?? newId();
    if (known === undefined) {
      rows.values.push({ id, option_id: optionId, ...chosen, position: ids.size });
      ids.set(chosen.value, id);
    }
    rows.links.push({ variant_id: variant.id, option_value_id: id });
  }
}

function variantRows(shelf: readonly ShelfProduct[]): NewRow<'product_variant'>[] {
  return shelf.flatMap(({ id, variants }) =>
    variants.map((item, position) => ({
      id: item.id,
      product_id: id,
      sku: item.variant.sku,
      barcode: item.variant.barcode,
      name: item.variant.name,
      position,
      weight_grams: item.variant.weightGrams,
    })),
  );
}

function priceRows(shelf: readonly ShelfProduct[]): NewRow<'variant_price'>[] {
  return shelf.flatMap(({ variants }) =>
    variants.flatMap(({ id, variant }) =>
      (['USD', 'EUR', 'GBP'] satisfies Currency[]).map((currency) => ({
        variant_id: id,
        currency,
        amount_minor: variant.prices[currency].amountMinor,
        compare_at_minor: variant.prices[currency].compareAtMinor,
      })),
    ),
  );
}

import { slugify } from '@turing/domain';
import type { NewRow } from '../../src/testing/insert.ts';
import { motifs } from './brands.ts';
import { materials } from './materials.ts';
import { colours } from './palettes.ts';
import type { CatalogProduct } from './product.ts';

const names = {
  material: 'Material',
  colour: 'Colour',
  pattern: 'Pattern',
  occasion: 'Occasion',
  care: 'Care',
  'made-in': 'Made in',
} as const;

type AttributeCode = keyof typeof names;

/** What a product can be filtered by. */
export function composeAttributes(product: CatalogProduct): { attribute: AttributeCode; label: string }[] {
  const families = [...new Set(product.colours.map((colour) => colours[colour][1]))];
  return [
    { attribute: 'material', label: materials[product.material] },
    ...families.map((label) => ({ attribute: 'colour' as const, label })),
    { attribute: 'pattern', label: motifs[product.collection.motif] },
    ...product.occasions.map((label) => ({ attribute: 'occasion' as const, label })),
    { attribute: 'care', label: product.kind.care },
    { attribute: 'made-in', label: product.madeIn },
  ];
}

/** The attributes and their values in use, in alphabetical order, and the values' ids by `attribute label`. */
export function attributeCodes(products: readonly CatalogProduct[], newId: () => string) {
  const attributes: NewRow<'attribute'>[] = [];
  const values: NewRow<'attribute_value'>[] = [];
  const valueIds = new Map<string, string>();
  const used = products.flatMap(composeAttributes);
  for (const [position, code] of (Object.keys(names) as AttributeCode[]).entries()) {
    const attributeId = newId();
    attributes.push({ id: attributeId, code, name: names[code], position });
    const labels = [...new Set(used.filter(({ attribute }) => attribute === code).map(({ label }) => label))];
    for (const [index, label] of labels.sort((a, b) => a.localeCompare(b, 'en')).entries()) {
      const id = newId();
      valueIds.set(`${code} ${label}`, id);
      values.push({ id, attribute_id: attributeId, code: slugify(label), label, position: index });
    }
  }
  return { attributes, values, valueIds };
}

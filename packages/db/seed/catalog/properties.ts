import type { NewRow } from '../../src/testing/insert.ts';
import { createIds } from '../ids.ts';
import { createRandom } from '../random.ts';
import type { MaterialName } from './materials.ts';
import type { CatalogProduct } from './product.ts';

const ofAnimals: ReadonlySet<MaterialName> = new Set([
  'wool',
  'lambswool',
  'merino',
  'leather',
  'vegetableLeather',
  'beeswax',
]);

const kind: ReadonlySet<MaterialName> = new Set([
  'organicCotton',
  'recycledPolyester',
  'cork',
  'recycledPaper',
  'soyWax',
  'seagrass',
  'bamboo',
  'recycledPlastic',
]);

const madeByHand: ReadonlySet<MaterialName> = new Set([
  'stoneware',
  'terracotta',
  'brass',
  'copper',
  'rattan',
]);

/** What staff sort products by among themselves. */
export function composeTags(product: CatalogProduct): string[] {
  const tags = [];
  if (product.occasions.includes('Gift')) tags.push('gift');
  if (kind.has(product.material)) tags.push('kinder');
  if (madeByHand.has(product.material)) tags.push('handmade');
  if (createRandom(`tag ${product.slug}`).chance(0.06)) tags.push('limited edition');
  return tags;
}

interface Placed {
  readonly id: string;
  readonly product: CatalogProduct;
}

/** The attributes that are no choice: a number with its unit, a yes or no, and a text, with what each product has. */
export function composeProperties(shelf: readonly Placed[], now: Date, position: number) {
  const newId = createIds(createRandom('typed attributes'));
  const [weight, vegan, finish, yes, no] = [newId(now), newId(now), newId(now), newId(now), newId(now)];
  const attributes: NewRow<'attribute'>[] = [
    { id: weight, code: 'weight', name: 'Weight', kind: 'number', unit: 'g', filterable: true },
    { id: vegan, code: 'vegan', name: 'Vegan', kind: 'boolean', unit: null, filterable: true },
    { id: finish, code: 'finish', name: 'Finish', kind: 'text', unit: null, filterable: false },
  ].map((attribute, index) => ({ ...attribute, position: position + index }) as NewRow<'attribute'>);
  const values: NewRow<'attribute_value'>[] = [
    { id: yes, attribute_id: vegan, code: 'yes', label: 'Yes', position: 0 },
    { id: no, attribute_id: vegan, code: 'no', label: 'No', position: 1 },
  ];
  return {
    attributes,
    values,
    chosen: shelf.map(({ id, product }) => ({
      product_id: id,
      attribute_value_id: ofAnimals.has(product.material) ? no : yes,
    })),
    properties: shelf.flatMap(({ id, product }): NewRow<'product_property'>[] => [
      { product_id: id, attribute_id: weight, number: lightest(product), text: null },
      { product_id: id, attribute_id: finish, number: null, text: sentenceCase(product.collection.finish) },
    ]),
  };
}

function lightest(product: CatalogProduct): number {
  return Math.min(...product.variants.map(({ weightGrams }) => weightGrams));
}

function sentenceCase(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

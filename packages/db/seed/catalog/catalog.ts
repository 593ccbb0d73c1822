import { slugify } from '@turing/domain';
import { createRandom, type Random } from '../random.ts';
import { brands } from './brands.ts';
import { collectionsOf, type Collection } from './collections.ts';
import { fill } from './fill.ts';
import type { Kind } from './kind.ts';
import { kinds } from './kinds.ts';
import { materials, naturalColours, type MaterialName } from './materials.ts';
import { palettes, type ColourName } from './palettes.ts';
import type { CatalogProduct } from './product.ts';
import { composeVariants } from './variants.ts';

/** Products of each sort in the full catalogue. */
export const productsPerKind = 7;

// One piece each of the sorts that show the shop best.
const featuredKinds = new Set(
  'mug teapot tablelamp backpack blanket chair plate speaker vase sweater notebook bottle casserole bear candle suitcase'.split(
    ' ',
  ),
);
const draftKinds = new Set(['carafe', 'print', 'cap', 'boardgame', 'radio']);
const archivedKinds = new Set(['diffuser', 'umbrella', 'pencils']);

/** The catalogue: the same at every call. `perKind` smaller than the full number gives the first of each sort. */
export function composeCatalog(perKind = productsPerKind): CatalogProduct[] {
  let serial = 0;
  return kinds.flatMap((kind) => {
    const random = createRandom(`kind ${kind.code}`);
    const collections = random.sample(kind.brands.flatMap(collectionsOf), productsPerKind);
    const products = collections.map((collection, index) => {
      serial += 1;
      return composeProduct({ kind, collection, index, serial });
    });
    return products.slice(0, perKind);
  });
}

interface Design {
  kind: Kind;
  collection: Collection;
  index: number;
  serial: number;
}

function composeProduct(design: Design): CatalogProduct {
  const { kind, collection, index } = design;
  const random = createRandom(`product ${kind.code} ${collection.name}`);
  const noun = at(kind.nouns, index);
  const name = `${collection.name} ${noun}`;
  const material = at(kind.materials, index + kind.code.length);
  const colours = composeColours(kind, material, random);
  return {
    slug: slugify(name),
    name,
    noun,
    ...composeText(design, material),
    kind,
    collection,
    material,
    madeIn: random.pick(brands[collection.brand]),
    occasions: random.sample(kind.occasions, random.int(1, kind.occasions.length)),
    colours,
    variants: composeVariants({ kind, colours, serial: design.serial, random }),
    status: statusOf(kind, index),
    featured: index === 0 && featuredKinds.has(kind.code),
    popularity: popularityOf(random),
    quality: random.normal() * 0.5,
  };
}

/** Wood and metal come as they are first, then lacquered or plated; everything else is dyed, glazed or painted. */
function composeColours(kind: Kind, material: MaterialName, random: Random): ColourName[] {
  const [fewest, most] = kind.colours;
  const count = random.int(fewest, most);
  const natural = naturalColours[material];
  const finishes = random.sample(palettes[kind.palette], count);
  if (natural === undefined || (kind.palette !== 'wood' && kind.palette !== 'metal')) return finishes;
  return [natural, ...finishes.filter((colour) => colour !== natural)].slice(0, count);
}

function popularityOf(random: Random): number {
  return Math.exp(random.normal() * 0.9);
}

function statusOf(kind: Kind, index: number): CatalogProduct['status'] {
  if (index === 6 && draftKinds.has(kind.code)) return 'draft';
  return index === 6 && archivedKinds.has(kind.code) ? 'archived' : 'active';
}

function composeText({ kind, collection, index }: Design, material: MaterialName) {
  const word = wordFor(material);
  const tell = (text: string) => fill(text, 'm', word);
  const summary = `${tell(at(kind.leads, index))}, ${collection.finish}.`;
  // Steps of 3 through seven details: seven products tell seven different pairs.
  const facts = [at(kind.details, index), at(kind.details, index + 3)];
  const sentences = [
    at(kind.openings, index + 1),
    at(collection.stories, kind.code.length + index),
    ...facts,
  ];
  return { summary, description: sentences.map(tell).join(' ') };
}

/** A material as it stands in the middle of a sentence. */
export function wordFor(material: MaterialName): string {
  return materials[material].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('an empty list in the catalogue');
  return item;
}

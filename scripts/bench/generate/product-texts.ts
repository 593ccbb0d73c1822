import { createRandom, pick, pickByRank, type Random, shuffle } from './random.ts';
import { adjectives, commonWords, inventWords, materials, nouns } from './words.ts';

/** One column per key, one product per index: the shape `unnest` takes. */
export interface ProductColumns {
  readonly number: number[];
  readonly slug: string[];
  readonly name: string[];
  readonly brand: string[];
  readonly summary: string[];
  readonly description: string[];
}

const invented = inventWords(5000, 11);
const vocabulary = [
  ...commonWords,
  ...shuffle(createRandom(17), [...nouns, ...adjectives, ...materials, ...invented]),
];
const brands = inventWords(80, 23).map(capitalise);
const descriptionWords = 60;

/** The texts of products `from` to `to`, each of which is the same whatever range it is made in. */
export function writeTexts(from: number, to: number): ProductColumns {
  const columns: ProductColumns = { number: [], slug: [], name: [], brand: [], summary: [], description: [] };
  for (let number = from; number <= to; number += 1) {
    const random = createRandom(number * 7919);
    const material = pick(random, materials);
    const noun = pickByRank(random, nouns);
    const name = `${capitalise(pick(random, adjectives))} ${material} ${noun} ${capitalise(pick(random, invented))}`;
    columns.number.push(number);
    columns.slug.push(`${name.toLowerCase().replaceAll(' ', '-')}-${number}`);
    columns.name.push(name);
    columns.brand.push(pickByRank(random, brands));
    columns.summary.push(`A ${noun} of ${material}: ${sentence(random, 9)}`);
    columns.description.push(
      `${sentence(random, descriptionWords / 2)} ${sentence(random, descriptionWords / 2)}`,
    );
  }
  return columns;
}

function sentence(random: Random, length: number): string {
  const words = Array.from({ length }, () => pickByRank(random, vocabulary));
  return `${capitalise(words.join(' '))}.`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { readFileSync } from 'node:fs';

/** A product as a person who judges a result sees it. */
export interface JudgedProduct {
  readonly id: string;
  readonly name: string;
  readonly brand: string;
  /** Slugs of its category and all above. */
  readonly categories: readonly string[];
  /** `attribute:value` codes. */
  readonly attributes: readonly string[];
  readonly variants: readonly {
    readonly name: string;
    readonly sku: string;
    readonly barcode: string | null;
  }[];
}

export interface GoldenQuery {
  readonly query: string;
  readonly class: string;
  /**
   * A grade (3 exactly what is meant, 2 good, 1 acceptable), then what products of that grade are: a thing, `name=` a
   * pattern, `in=` a category, `brand=`, `variant=`, `sku=`, `barcode=`, or an attribute; `_` stands for a space.
   */
  readonly relevant: readonly string[];
}

export interface GoldenSet {
  /** What a sort of thing is called: a pattern of product names, in lower case. */
  readonly things: Readonly<Record<string, string>>;
  readonly queries: readonly GoldenQuery[];
}

export function readGoldenSet(): GoldenSet {
  return JSON.parse(readFileSync(new URL('golden-queries.json', import.meta.url), 'utf8')) as GoldenSet;
}

/** How well each product answers a query; products that do not are left out. */
export function gradeProducts(
  { things }: Pick<GoldenSet, 'things'>,
  { relevant }: GoldenQuery,
  products: readonly JudgedProduct[],
): Map<string, number> {
  const rules = relevant.map((rule) => {
    const [grade = '', ...terms] = rule.split(' ');
    return { grade: Number(grade), tests: terms.map((term) => testOf(term, things)) };
  });
  return new Map(
    products.flatMap((product) => {
      const met = rules.filter(({ tests }) => tests.every((test) => test(product)));
      return met.length === 0 ? [] : [[product.id, Math.max(...met.map(({ grade }) => grade))] as const];
    }),
  );
}

function testOf(term: string, things: GoldenSet['things']): (product: JudgedProduct) => boolean {
  const [kind = '', raw] = term.split('=');
  if (raw === undefined) {
    const pattern = things[kind];
    if (pattern === undefined) throw new Error(`the golden set says of no thing called ${kind} what it is`);
    return matches(pattern);
  }
  const value = raw.replaceAll('_', ' ');
  switch (kind) {
    case 'name':
      return matches(value);
    case 'in':
      return ({ categories }) => categories.includes(value);
    case 'brand':
      return ({ brand }) => brand === value;
    case 'variant':
      return ({ variants }) => variants.some(({ name }) => name.split(' / ').includes(value));
    case 'sku':
      return ({ variants }) => variants.some(({ sku }) => sku.startsWith(value));
    case 'barcode':
      return ({ variants }) => variants.some(({ barcode }) => barcode?.startsWith(value) === true);
    default:
      return ({ attributes }) => attributes.includes(`${kind}:${value}`);
  }
}

function matches(pattern: string): (product: JudgedProduct) => boolean {
  const expression = new RegExp(pattern, 'u');
  return ({ name }) => expression.test(name.toLowerCase());
}

import { z } from 'zod';
import { expectRight } from './expect.ts';
import type { Read, ReadScenario } from './scenario.ts';
import type { World } from './world.ts';

const page = z.object({
  items: z.array(z.object({ slug: z.string(), name: z.string(), minPriceMinor: z.number().nullable() })),
  nextCursor: z.string().nullable(),
});
const detail = z.object({
  slug: z.string(),
  minPriceMinor: z.number(),
  variants: z.array(z.unknown()).min(1),
});
const facets = z.object({ total: z.number() });
const suggestions = z.object({ products: z.array(z.object({ name: z.string() })).min(1) });
const signedIn = z.object({ id: z.string(), permissions: z.array(z.string()).min(1) });
const orders = z.object({ items: z.array(z.object({ number: z.number() })) });

const anybody = { kind: 'read', connections: 32, isCached: true, isStaff: false } as const;
const queryCount = 100;

const list: ReadScenario = {
  ...anybody,
  name: 'list',
  reads: () =>
    ['featured', 'newest', 'best_selling', 'rating', 'price_asc', 'price_desc'].map((sort) => ({
      path: 'products.list',
      input: { sort, limit: 20 },
    })),
  check: (answers) => {
    const pages = answers.map((answer) => page.parse(answer));
    expectRight(
      pages.every(({ items, nextCursor }) => items.length === 20 && nextCursor !== null),
      'a page of a list has 20 products',
    );
    const prices = pages[4]?.items.map((item) => item.minPriceMinor ?? 0) ?? [];
    expectRight(
      prices.every((price, index) => price >= (prices[index - 1] ?? 0)),
      'a list by price ascends',
    );
  },
};

const category: ReadScenario = {
  ...anybody,
  name: 'category',
  reads: ({ categories }) =>
    categories.flatMap(({ slug }) => [
      { path: 'products.list', input: { category: slug, limit: 20 } },
      { path: 'products.facets', input: { category: slug } },
    ]),
  check: (answers, { categories }) => {
    for (const [index, { slug, count }] of categories.entries()) {
      const { items } = page.parse(answers[2 * index]);
      expectRight(items.length === Math.min(20, count), `the first page of ${slug}`);
      expectRight(facets.parse(answers[2 * index + 1]).total === count, `the count of ${slug}`);
    }
  },
};

const product: ReadScenario = {
  ...anybody,
  name: 'detail',
  reads: ({ sample }) => sample.map(({ slug }) => ({ path: 'products.get', input: { slug } })),
  check: (answers, { sample }) => {
    for (const [index, { slug, minPriceMinor }] of sample.entries()) {
      const answer = detail.parse(answers[index]);
      expectRight(answer.slug === slug && answer.minPriceMinor === minPriceMinor, `the page of ${slug}`);
    }
  },
};

const search: ReadScenario = {
  ...anybody,
  name: 'search',
  reads: (world) =>
    searches(world).map((query) => ({ path: 'products.search', input: { query, limit: 20 } })),
  check: (answers, world) => {
    for (const [index, query] of searches(world).entries()) {
      const { items } = page.parse(answers[index]);
      expectRight(items.length > 0, `nothing found for ${query}`);
    }
    world.sample.slice(0, queryCount).forEach(({ slug }, index) => {
      if (index % 4 !== 3) return;
      expectRight(page.parse(answers[index]).items[0]?.slug === slug, `${slug} is not first for its SKU`);
    });
  },
};

/** Of four: a word and a material, one word, a misspelt one, an SKU. */
function searches({ sample }: World): string[] {
  return sample.slice(0, queryCount).map(({ name, sku }, index) => {
    const [, material = '', noun = '', own = ''] = name.split(' ');
    if (index % 4 === 0) return `${material} ${noun}`;
    if (index % 4 === 1) return own;
    const misspelt = noun.length > 5 ? `${noun.slice(0, 2)}${noun.slice(3)}` : noun;
    return index % 4 === 2 ? misspelt : sku;
  });
}

const suggest: ReadScenario = {
  ...anybody,
  name: 'suggest',
  reads: (world) => prefixes(world).map((query) => ({ path: 'products.suggest', input: { query } })),
  check: (answers, world) => {
    for (const [index, prefix] of prefixes(world).entries()) {
      const { products } = suggestions.parse(answers[index]);
      const isMeant = products.some(({ name }) =>
        name
          .toLowerCase()
          .split(' ')
          .some((word) => word.startsWith(prefix)),
      );
      expectRight(isMeant, `no name suggested for ${prefix}`);
    }
  },
};

/** From three letters to a whole word of a name. */
function prefixes({ sample }: World): string[] {
  return sample.slice(0, queryCount).map(({ name }, index) => {
    const words = name.toLowerCase().split(' ');
    return (words[index % words.length] ?? '').slice(0, 3 + (index % 4));
  });
}

const staffProducts: ReadScenario = {
  ...anybody,
  name: 'staff-products',
  connections: 8,
  isCached: false,
  isStaff: true,
  reads: () => [{ path: 'products.staff.list', input: { limit: 50 } }],
  check: ([answer]) =>
    expectRight(page.parse(answer).items.length === 50, 'a page of the console has 50 products'),
};

const staffOrders: ReadScenario = {
  ...anybody,
  name: 'staff-orders',
  connections: 8,
  isCached: false,
  isStaff: true,
  reads: () => [{ path: 'orders.staff.list', input: { limit: 20 } }],
  check: ([answer], { newestOrder }) => {
    const { items } = orders.parse(answer);
    expectRight(
      items.length === 20 && items.some(({ number }) => number === newestOrder),
      'the latest orders',
    );
  },
};

/** What it costs to know who is asking: this procedure does nothing else. */
const session: ReadScenario = {
  ...anybody,
  name: 'session',
  connections: 8,
  isCached: false,
  isStaff: true,
  reads: () => [{ path: 'customers.staff.me', input: {} }],
  check: ([answer]) => expectRight(signedIn.safeParse(answer).success, 'who is signed in'),
};

/** The same questions of a server that stores no answers. */
function uncached(scenario: ReadScenario): ReadScenario {
  return { ...scenario, name: `${scenario.name}-uncached`, isCached: false };
}

export const readScenarios: readonly ReadScenario[] = [
  ...[list, category, product, search, suggest].flatMap((scenario) => [scenario, uncached(scenario)]),
  staffProducts,
  staffOrders,
  session,
];

export function pathOf({ path, input }: Read): string {
  return `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
}

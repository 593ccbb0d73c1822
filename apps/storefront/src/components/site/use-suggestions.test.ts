import { expect, test } from 'vitest';
import { toGroups } from './use-suggestions.ts';

test('groups that hold nothing are left out, and addresses are safe', () => {
  const groups = toGroups(
    {
      products: [],
      categories: [{ slug: 'mugs', name: 'Mugs', parentName: 'Kitchen' }],
      queries: ['cup & saucer'],
    },
    [],
  );
  expect(groups.map(({ title, items }) => [title, items[0]?.href])).toEqual([
    ['Searches', '/search?q=cup%20%26%20saucer'],
    ['Departments', '/c/mugs'],
  ]);
});

test('one’s own price goes before everybody’s, and no price is better than a wrong one', () => {
  const priced = { brand: 'Wharf', currency: 'USD', maxPriceMinor: 900, image: null } as const;
  const answer = {
    products: [
      { ...priced, id: 'a', slug: 'mug', name: 'Mug', minPriceMinor: 900 },
      { ...priced, id: 'b', slug: 'jug', name: 'Jug', minPriceMinor: 800 },
    ],
    categories: [],
    queries: [],
  };
  const own = [
    { productId: 'a', minPriceMinor: 700, maxPriceMinor: 700, compareAtMinor: null, variants: [] },
  ];
  const amounts = (prices: typeof own | null) =>
    toGroups(answer, prices)[0]?.items.map(({ price }) => price?.amountMinor ?? null);
  expect(amounts(own)).toEqual([700, 800]);
  expect(amounts(null)).toEqual([null, null]);
});

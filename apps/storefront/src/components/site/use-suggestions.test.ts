import { expect, test } from 'vitest';
import { toGroups } from './use-suggestions.ts';

test('groups that hold nothing are left out, and addresses are safe', () => {
  const groups = toGroups({
    products: [],
    categories: [{ slug: 'mugs', name: 'Mugs', parentName: 'Kitchen' }],
    queries: ['cup & saucer'],
  });
  expect(groups.map(({ title, items }) => [title, items[0]?.href])).toEqual([
    ['Searches', '/search?q=cup%20%26%20saucer'],
    ['Departments', '/c/mugs'],
  ]);
});

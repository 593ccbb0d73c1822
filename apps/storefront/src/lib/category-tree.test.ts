import { describe, expect, it } from 'vitest';
import { toCategoryPath, toCategoryTree } from './category-tree.ts';

const rows = [
  { slug: 'kitchen', parentSlug: null, name: 'Kitchen', productCount: 3 },
  { slug: 'desk', parentSlug: null, name: 'Desk', productCount: 1 },
  { slug: 'mugs', parentSlug: 'kitchen', name: 'Mugs', productCount: 2 },
];

describe('categories', () => {
  it('makes a tree of a list', () => {
    const [kitchen, desk] = toCategoryTree(rows);
    expect(kitchen?.children.map((child) => child.slug)).toEqual(['mugs']);
    expect(desk?.children).toEqual([]);
  });

  it('finds the way from the root', () => {
    expect(toCategoryPath(rows, 'mugs').map((row) => row.slug)).toEqual(['kitchen', 'mugs']);
    expect(toCategoryPath(rows, 'shoes')).toEqual([]);
  });

  it('does not walk in circles', () => {
    const loop = [
      { slug: 'a', parentSlug: 'b', name: 'A', productCount: 0 },
      { slug: 'b', parentSlug: 'a', name: 'B', productCount: 0 },
    ];
    expect(toCategoryPath(loop, 'a')).toHaveLength(2);
  });
});

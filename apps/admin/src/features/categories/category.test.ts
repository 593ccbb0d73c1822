import { describe, expect, test } from 'vitest';
import { afterMove, type Category, pathNameOf, projectDrop, subtreeOf, toRows } from './category.ts';

function category(id: string, parentId: string | null): Category {
  return {
    id,
    parentId,
    version: 1,
    slug: id,
    name: id.toUpperCase(),
    description: '',
    seoTitle: null,
    seoDescription: null,
    imageKey: null,
    image: null,
    childCount: 0,
    productCount: 0,
    totalCount: 0,
  };
}

// a (b (c), d), e
const tree = [
  category('a', null),
  category('b', 'a'),
  category('c', 'b'),
  category('d', 'a'),
  category('e', null),
];

const shape = (categories: readonly Category[]) => toRows(categories).map(({ id, depth }) => `${depth}${id}`);

test('rows stand in order, each as deep as it is', () => {
  expect(shape(tree)).toEqual(['0a', '1b', '2c', '1d', '0e']);
  expect(toRows(tree).find(({ id }) => id === 'd')).toMatchObject({ index: 1, siblingCount: 2 });
});

test('a subtree and a path are found', () => {
  expect([...subtreeOf(tree, 'b')]).toEqual(['b', 'c']);
  expect(pathNameOf(tree, 'c')).toBe('A / B / C');
});

test('a move takes what is below along', () => {
  expect(shape(afterMove(tree, 'b', { parentId: null, position: 1 }))).toEqual([
    '0a',
    '1d',
    '0b',
    '1c',
    '0e',
  ]);
  expect(shape(afterMove(tree, 'd', { parentId: 'a', position: 0 }))).toEqual(['0a', '1d', '1b', '2c', '0e']);
  expect(shape(afterMove(tree, 'e', { parentId: 'b', position: 9 }))).toEqual(['0a', '1b', '2c', '2e', '1d']);
});

describe('what is dropped', () => {
  const rows = toRows(tree);
  const drop = (activeId: string, overId: string, steps = 0) =>
    projectDrop(rows, { activeId, overId, steps });

  test('on another place at its depth becomes a sibling there', () => {
    expect(drop('e', 'a')).toEqual({ parentId: null, position: 0, depth: 0 });
    expect(drop('e', 'e')).toEqual({ parentId: null, position: 1, depth: 0 });
  });

  test('further in goes below the row above it', () => {
    expect(drop('e', 'e', 1)).toEqual({ parentId: 'a', position: 2, depth: 1 });
    expect(drop('e', 'e', 2)).toEqual({ parentId: 'd', position: 0, depth: 2 });
    expect(drop('e', 'e', 9)).toEqual({ parentId: 'd', position: 0, depth: 2 });
  });

  test('further out leaves its parent as far as what follows allows', () => {
    expect(drop('d', 'd', -1)).toEqual({ parentId: null, position: 1, depth: 0 });
    expect(drop('c', 'c', -2)).toEqual({ parentId: 'a', position: 1, depth: 1 });
  });
});

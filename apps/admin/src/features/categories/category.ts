import type { RouterOutputs } from '@turing/client';

export type Category = RouterOutputs['products']['staff']['categories']['list'][number];

/** A category as a row of the tree: how far in it stands, and among how many. */
export interface TreeRow extends Category {
  readonly depth: number;
  readonly index: number;
  readonly siblingCount: number;
}

/** Where a category goes: below whom, behind how many siblings. */
export interface Destination {
  readonly parentId: string | null;
  readonly position: number;
}

/** The tree as rows from top to bottom. Parents come before their children, siblings in order. */
export function toRows(categories: readonly Category[]): TreeRow[] {
  const children = Map.groupBy(categories, ({ parentId }) => parentId);
  const rowsBelow = (parentId: string | null, depth: number): TreeRow[] => {
    const siblings = children.get(parentId) ?? [];
    return siblings.flatMap((category, index) => [
      { ...category, depth, index, siblingCount: siblings.length },
      ...rowsBelow(category.id, depth + 1),
    ]);
  };
  return rowsBelow(null, 0);
}

/** The ids of a category and all below it. */
export function subtreeOf(categories: readonly Category[], id: string): Set<string> {
  const found = new Set([id]);
  for (const category of categories) {
    if (category.parentId !== null && found.has(category.parentId)) found.add(category.id);
  }
  return found;
}

/** The names from the root, as in `Home / Kitchen`. */
export function pathNameOf(categories: readonly Category[], id: string): string {
  const category = categories.find((each) => each.id === id);
  if (category === undefined) return '';
  const { parentId, name } = category;
  return parentId === null ? name : `${pathNameOf(categories, parentId)} / ${name}`;
}

/** The categories as they will stand after a move. */
export function afterMove(
  categories: readonly Category[],
  id: string,
  { parentId, position }: Destination,
): Category[] {
  const moved = categories.find((category) => category.id === id);
  if (moved === undefined) return [...categories];
  const others = categories.filter((category) => category.id !== id);
  const siblings = others.filter((category) => category.parentId === parentId);
  const placed = siblings.toSpliced(position, 0, { ...moved, parentId });
  return toRows([...others.filter((category) => category.parentId !== parentId), ...placed]);
}

/**
 * Where a row goes that is dropped on the place of another, `steps` further in (or out) than it was. The depth that the
 * neighbours do not allow becomes the nearest that they do. `rows` are those shown, without what is below the dragged.
 */
export function projectDrop(
  rows: readonly TreeRow[],
  { activeId, overId, steps }: { activeId: string; overId: string; steps: number },
): (Destination & { readonly depth: number }) | null {
  const from = rows.findIndex(({ id }) => id === activeId);
  const to = rows.findIndex(({ id }) => id === overId);
  const active = rows[from];
  if (active === undefined || to === -1) return null;
  const moved = rows.toSpliced(from, 1).toSpliced(to, 0, active);
  const [previous, next] = [moved[to - 1], moved[to + 1]];
  const deepest = previous === undefined ? 0 : previous.depth + 1;
  const depth = Math.max(next?.depth ?? 0, Math.min(active.depth + steps, deepest));
  const above = moved.slice(0, to);
  const parentId = depth === 0 ? null : (above.findLast((row) => row.depth === depth - 1)?.id ?? null);
  const position = above.filter((row) => row.parentId === parentId).length;
  return { parentId, position, depth };
}

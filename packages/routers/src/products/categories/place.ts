/** Where a category stands in the tree. `path` is the slugs from the root. */
export interface Place {
  readonly id: string;
  readonly parentId: string | null;
  readonly slug: string;
  readonly path: string;
  readonly position: number;
  readonly version: number;
  readonly name: string;
}

/** The path of a category with this slug below `parent`. */
export function pathBelow(parent: Pick<Place, 'path'> | null, slug: string): string {
  return parent === null ? slug : `${parent.path}/${slug}`;
}

/** Whether `place` is `root` or lies below it. */
export function isWithin(place: Pick<Place, 'path'>, root: Pick<Place, 'path'>): boolean {
  return `${place.path}/`.startsWith(`${root.path}/`);
}

/** The ids of the children of a parent, in the order of the tree. */
export function childrenOf(tree: readonly Place[], parentId: string | null): string[] {
  return tree.filter((place) => place.parentId === parentId).map(({ id }) => id);
}

import tree from '../content/categories.json' with { type: 'json' };

/** A category of the shop; `path` is the slugs from the root. */
export interface CatalogCategory {
  slug: string;
  path: string;
  parent: string | null;
  name: string;
  description: string;
  position: number;
  leaf: boolean;
}

interface Branch {
  name: string;
  slug: string;
  description: string;
  children?: readonly Branch[];
}

/** All categories, parents before their children. */
export const categories: readonly CatalogCategory[] = flatten(tree, null);

function flatten(branches: readonly Branch[], parent: CatalogCategory | null): CatalogCategory[] {
  return branches.flatMap(({ children = [], ...branch }, position) => {
    const category: CatalogCategory = {
      ...branch,
      path: parent === null ? branch.slug : `${parent.path}/${branch.slug}`,
      parent: parent?.slug ?? null,
      position,
      leaf: children.length === 0,
    };
    return [category, ...flatten(children, category)];
  });
}

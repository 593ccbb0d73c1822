/** A category with those below it. */
export interface CategoryNode {
  readonly slug: string;
  readonly name: string;
  readonly productCount: number;
  readonly children: readonly CategoryNode[];
}

interface CategoryRow {
  readonly slug: string;
  readonly parentSlug: string | null;
  readonly name: string;
  readonly productCount: number;
}

/** The tree of a flat list, in its order. */
export function toCategoryTree(
  rows: readonly CategoryRow[],
  parentSlug: string | null = null,
): CategoryNode[] {
  return rows
    .filter((row) => row.parentSlug === parentSlug)
    .map(({ slug, name, productCount }) => ({
      slug,
      name,
      productCount,
      children: toCategoryTree(rows, slug),
    }));
}

/** A category's ancestors from the root, then itself; empty when it is not in the list. */
export function toCategoryPath<Row extends CategoryRow>(rows: readonly Row[], slug: string): Row[] {
  const path: Row[] = [];
  for (let next: string | null = slug; next !== null && path.length < rows.length;) {
    const row: Row | undefined = rows.find((candidate) => candidate.slug === next);
    if (row === undefined) break;
    path.unshift(row);
    next = row.parentSlug;
  }
  return path;
}

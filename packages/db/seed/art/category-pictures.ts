import { categories, type CatalogCategory } from '../catalog/categories.ts';
import type { CatalogProduct } from '../catalog/product.ts';
import { createRandom } from '../random.ts';
import { chooseBackdrop } from './backdrop.ts';
import { drawGroup, type Drawing } from './compositions.ts';
import { paintOf } from './paint.ts';
import { silhouetteOf } from './silhouettes/index.ts';

/** A picture for every category: up to three of its things, from as many of its shelves as there are. */
export function drawCategories(products: readonly CatalogProduct[]): Map<string, Drawing> {
  return new Map(categories.map((category) => [category.slug, drawCategory(category, products)]));
}

function drawCategory(category: CatalogCategory, products: readonly CatalogProduct[]): Drawing {
  const random = createRandom(`category ${category.slug}`);
  const shelves = categories.filter(
    ({ path }) => path === category.path || path.startsWith(`${category.path}/`),
  );
  const inside = products.filter(({ kind }) => shelves.some(({ slug }) => slug === kind.category));
  const chosen = chooseVaried(
    inside,
    shelves.map(({ slug }) => slug),
  );
  const things = chosen.map((product) => ({
    silhouette: silhouetteOf(product.kind.code),
    paint: paintOf(product, random.pick(product.colours)),
  }));
  const middle = things.at(-1)?.paint.base ?? '#cccccc';
  return drawGroup(things, chooseBackdrop(random, middle));
}

/** Standing things before flat ones, since they make a group; one of each shelf, then one of each sort. */
function chooseVaried(inside: readonly CatalogProduct[], shelves: readonly string[]): CatalogProduct[] {
  const standing = inside.filter(({ kind }) => silhouetteOf(kind.code).stance === 'stand');
  const pool = new Set(standing.map(({ kind }) => kind.code)).size > 1 ? standing : inside;
  const firstOf = shelves.map((slug) => pool.find(({ kind }) => kind.category === slug));
  const sorts = [...new Map(pool.map((product) => [product.kind.code, product])).values()];
  const ordered = [...firstOf.filter((product) => product !== undefined), ...sorts];
  const chosen = [...new Map(ordered.map((product) => [product.kind.code, product])).values()].slice(0, 3);
  const spare = inside.filter((product) => !chosen.includes(product));
  return [...chosen, ...spare].slice(0, 3);
}

import type { CatalogProduct } from '../catalog/product.ts';
import { createRandom } from '../random.ts';
import { chooseBackdrop } from './backdrop.ts';
import { drawColours, drawDetail, drawHero, drawScene, type Drawing } from './compositions.ts';
import { paintOf } from './paint.ts';
import { sceneFor } from './scenes/index.ts';
import { silhouetteOf } from './silhouettes/index.ts';

/** A picture of a product, with the words for those who do not see it. */
export interface ProductDrawing extends Drawing {
  alt: string;
}

/** Two to four pictures: by itself, in its colours, in use, and from near by when there is a pattern to see. */
export function drawProduct(product: CatalogProduct): ProductDrawing[] {
  const random = createRandom(`pictures ${product.slug}`);
  const silhouette = silhouetteOf(product.kind.code);
  const paints = product.colours.slice(0, 3).map((colour) => paintOf(product, colour));
  const [first] = paints;
  if (first === undefined) throw new Error(`${product.name} has no colour`);
  const last = paints.at(-1) ?? first;
  const names = product.colours.slice(0, 3).map((colour) => colour.toLowerCase());
  const backdrop = chooseBackdrop(random, first.base);
  const other = chooseBackdrop(random, last.base, backdrop.name);
  const scene = sceneFor(product.kind.code, product.kind.category);
  const { finish } = product.collection;
  const pictures: ProductDrawing[] = [
    { ...drawHero({ silhouette, backdrop }, first), alt: `${product.name} in ${names[0]}, ${finish}` },
    {
      ...drawScene({ silhouette, backdrop: other }, last, scene),
      alt: `${product.name} in ${names.at(-1)}, ${scene.words}`,
    },
  ];
  if (paints.length > 1) {
    const alt = `${product.name} in ${names.slice(0, -1).join(', ')} and ${names.at(-1)}, side by side`;
    pictures.splice(1, 0, { ...drawColours({ silhouette, backdrop: other }, paints), alt });
  }
  if (product.collection.motif !== 'plain') {
    pictures.push({
      ...drawDetail({ silhouette, backdrop }, first),
      alt: `Close view: the ${product.noun.toLowerCase()} is ${seen(finish)}`,
    });
  }
  return pictures;
}

// "with a linen fleck" needs a word before it that "finely ridged" does not.
function seen(finish: string): string {
  return /^(?:with|in) /.test(finish) ? `made ${finish}` : finish;
}

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drawCategories } from './art/category-pictures.ts';
import { drawProduct } from './art/product-pictures.ts';
import type { CatalogProduct } from './catalog/product.ts';
import { giftCardPictures } from './write-gift-card.ts';

/** What the database says of a picture. `colour` is shown while it loads. */
export interface ProductPicture {
  key: string;
  alt: string;
  colour: string;
}

interface Source {
  key: string;
  svg: string;
}

/** The pictures of the shop: what is told of them, and their drawings. */
export interface Pictures {
  byProduct: ReadonlyMap<string, readonly ProductPicture[]>;
  sources: readonly Source[];
}

/** Draws every product and category; the same drawings each time. */
export function drawPictures(products: readonly CatalogProduct[]): Pictures {
  const sources: Source[] = [];
  const byProduct = new Map<string, ProductPicture[]>();
  for (const product of products) {
    const pictures = drawProduct(product).map(({ svg, alt, colour }, index) => {
      const key = `products/${product.slug}-${index + 1}`;
      sources.push({ key, svg });
      return { key, alt, colour };
    });
    byProduct.set(product.slug, pictures);
  }
  for (const [slug, { svg }] of drawCategories(products)) sources.push({ key: `categories/${slug}`, svg });
  for (const { key, svg } of giftCardPictures) sources.push({ key, svg });
  return { byProduct, sources };
}

// Raise it when the drawings change, so that a shop with older ones gets the new.
const edition = '1';
const writtenAtOnce = 32;

/** Writes the drawings below `<mediaDir>/sources`, unless these are there; what was rendered from others goes. */
export async function writePictures(mediaDir: string, sources: readonly Source[]): Promise<void> {
  const folder = path.join(mediaDir, 'sources');
  const note = path.join(folder, 'edition');
  const wanted = `${edition} ${sources.length}`;
  if ((await readFile(note, 'utf8').catch(() => null)) === wanted) return;
  await rm(path.join(mediaDir, 'renditions'), { recursive: true, force: true });
  await Promise.all(
    ['products', 'categories'].map((room) => mkdir(path.join(folder, room), { recursive: true })),
  );
  for (let start = 0; start < sources.length; start += writtenAtOnce) {
    const batch = sources.slice(start, start + writtenAtOnce);
    await Promise.all(batch.map(({ key, svg }) => writeFile(path.join(folder, `${key}.svg`), svg)));
  }
  // Last, so that a run that was interrupted writes again.
  await writeFile(note, wanted);
}

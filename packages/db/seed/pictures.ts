import { colours } from './catalog/palettes.ts';
import type { CatalogProduct } from './catalog/product.ts';

export interface ProductPicture {
  key: string;
  alt: string;
  colour: string;
}

export function describePictures(product: CatalogProduct): ProductPicture[] {
  return [
    {
      key: `products/${product.slug}-1`,
      alt: product.name,
      colour: colours[product.colours[0] ?? 'Oat'][0],
    },
  ];
}

export async function drawPictures(
  _mediaDir: string,
  _products: readonly CatalogProduct[],
  _log: (line: string) => void,
): Promise<void> {
  await Promise.resolve();
}

import { colours, type ColourName } from '../catalog/palettes.ts';
import type { CatalogProduct } from '../catalog/product.ts';
import { hashText } from '../random.ts';
import { distance, lightness } from './colour.ts';
import type { Paint } from './pen.ts';

const onDark = ['#f3ead9', '#f1d88c', '#e8b9a0', '#b9d3c4'];
const onLight = ['#c76a4b', '#5e7f8c', '#7f946e', '#c99b3f', '#7b5a77', '#34506b'];

/** A product in one of its colours, with a second colour that sets it off. */
export function paintOf(product: CatalogProduct, colour: ColourName): Paint {
  const base = colours[colour][0];
  const partners = lightness(base) > 0.58 ? onLight : onDark;
  const start = hashText(product.slug + colour) % partners.length;
  const second =
    [...partners.slice(start), ...partners].find((partner) => distance(partner, base) > 0.22) ?? '#f3ead9';
  return { base, second, motif: product.collection.motif };
}

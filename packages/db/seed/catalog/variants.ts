import type { Currency } from '@turing/domain';
import type { Random } from '../random.ts';
import type { Kind } from './kind.ts';
import type { ColourName } from './palettes.ts';
import { ean13, pricePoint } from './prices.ts';
import type { CatalogPrice, CatalogVariant } from './product.ts';

const mostVariants = 12;
const saleShare = 0.15;

interface VariantPlan {
  kind: Kind;
  colours: readonly ColourName[];
  serial: number;
  random: Random;
}

/** Every colour in every size, up to twelve, with prices that grow by the option's step. */
export function composeVariants({ kind, colours, serial, random }: VariantPlan): CatalogVariant[] {
  const seconds = kind.second === undefined ? [null] : secondValues(kind.second.values, random);
  const [low, high] = kind.usd;
  const base = (low + (high - low) * random.next() ** 1.4) * 100;
  const saleFactor = random.chance(saleShare) ? random.pick([0.7, 0.75, 0.8, 0.85]) : 1;
  const pairs = colours.flatMap((colour) => seconds.map((second) => ({ colour, second })));
  return pairs.slice(0, mostVariants).map(({ colour, second }, index) => {
    const step = second === null ? 0 : (kind.second?.values.indexOf(second) ?? 0);
    const growth = 1 + (kind.second?.step ?? 0) * step;
    return {
      sku: [
        skuPrefix(kind.code) + String(serial).padStart(3, '0'),
        skuPart(colour),
        second && skuPart(second),
      ]
        .filter((part) => part !== null)
        .join('-'),
      barcode: ean13(serial * 100 + index),
      name: second === null ? colour : `${colour} / ${second}`,
      colour,
      second,
      weightGrams: Math.round((kind.grams * growth) / 5) * 5,
      prices: pricesOf(base * growth, saleFactor),
    };
  });
}

function secondValues(values: readonly string[], random: Random): readonly string[] {
  // Clothes come in every size; of sets and sizes of things, some products have only a few.
  const isClothing = values.includes('M');
  if (isClothing || values.length === 1 || random.chance(0.7)) return values;
  return values.slice(0, random.int(1, values.length));
}

function pricesOf(usdMinor: number, saleFactor: number): Record<Currency, CatalogPrice> {
  const priceIn = (currency: Currency): CatalogPrice => {
    const full = pricePoint(usdMinor, currency);
    const reduced = pricePoint(usdMinor * saleFactor, currency);
    return reduced < full
      ? { amountMinor: reduced, compareAtMinor: full }
      : { amountMinor: full, compareAtMinor: null };
  };
  return { USD: priceIn('USD'), EUR: priceIn('EUR'), GBP: priceIn('GBP') };
}

function skuPrefix(code: string): string {
  return code.slice(0, 3).toUpperCase();
}

function skuPart(value: string): string {
  return value
    .toUpperCase()
    .replaceAll('SET OF ', 'X')
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 5);
}

import { expect, test } from 'vitest';
import { drawPictures } from '../pictures.ts';
import { categories } from './categories.ts';
import { composeCatalog } from './catalog.ts';
import { ean13, pricePoint } from './prices.ts';

const catalog = composeCatalog();
const variants = catalog.flatMap((product) => product.variants);

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

test('nothing is called, coded or described like anything else', () => {
  expect(repeated(catalog.map(({ name }) => name))).toEqual([]);
  expect(repeated(catalog.map(({ slug }) => slug))).toEqual([]);
  expect(repeated(catalog.map(({ summary }) => summary))).toEqual([]);
  expect(repeated(catalog.map(({ description }) => description))).toEqual([]);
  expect(repeated(variants.map(({ sku }) => sku))).toEqual([]);
  expect(repeated(variants.map(({ barcode }) => barcode))).toEqual([]);
});

test('no text has a gap left in it', () => {
  const texts = catalog.flatMap(({ summary, description }) => [summary, description]);
  expect(texts.filter((text) => /[{}]|undefined|\s\s/.test(text))).toEqual([]);
  expect(texts.filter((text) => !text.endsWith('.'))).toEqual([]);
});

test('every product lies on a shelf that has no shelves below it', () => {
  const leaves = new Set(categories.filter(({ leaf }) => leaf).map(({ slug }) => slug));
  expect(catalog.filter(({ kind }) => !leaves.has(kind.category))).toEqual([]);
  expect(leaves.size).toBeGreaterThanOrEqual(25);
});

test('a product has one to twelve variants, each of its own', () => {
  for (const product of catalog) {
    expect(product.variants.length).toBeGreaterThanOrEqual(1);
    expect(product.variants.length).toBeLessThanOrEqual(12);
    expect(repeated(product.variants.map(({ name }) => name))).toEqual([]);
  }
});

test('prices stand on the points of their currency', () => {
  expect(pricePoint(1837, 'USD')).toBe(1850);
  expect(pricePoint(1837, 'EUR')).toBe(1750);
  expect(pricePoint(12_340, 'USD')).toBe(12_300);
  const amounts = variants.flatMap(({ prices }) =>
    Object.values(prices).map(({ amountMinor }) => amountMinor),
  );
  expect(amounts.filter((amount) => ![0, 50, 90, 95].includes(amount % 100))).toEqual([]);
});

test('a barcode ends in the digit that GS1 prescribes', () => {
  // 2 + 3 × 9 + 3 × 1 = 32: eight more make forty.
  expect(ean13(100)).toBe('2900000001008');
});

test('every product has two to four whole pictures with words for them', () => {
  const { byProduct, sources } = drawPictures(catalog);
  for (const { slug } of catalog) {
    const pictures = byProduct.get(slug) ?? [];
    expect(pictures.length).toBeGreaterThanOrEqual(2);
    expect(pictures.length).toBeLessThanOrEqual(4);
    expect(repeated(pictures.map(({ alt }) => alt))).toEqual([]);
  }
  expect(sources.filter(({ svg }) => /NaN|undefined|null/.test(svg)).map(({ key }) => key)).toEqual([]);
  const dangling = sources.filter(({ svg }) => {
    const used = [...svg.matchAll(/url\(#([\w-]+)\)/g)].map(([, id]) => id);
    return used.some((id) => !svg.includes(`id="${id}"`));
  });
  expect(dangling.map(({ key }) => key)).toEqual([]);
});

test('the same catalogue is drawn each time', () => {
  expect(drawPictures(composeCatalog())).toEqual(drawPictures(catalog));
});

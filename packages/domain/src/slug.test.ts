import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugify } from './slug.ts';

test.each([
  ['Café Crème 2 L', 'cafe-creme-2-l'],
  ["Women's Jacket", 'womens-jacket'],
  ['  Größe — Übergröße!  ', 'grosse-ubergrosse'],
  ['Smørrebrød & Łódź', 'smorrebrod-lodz'],
  ['İstanbul ISIK ışık', 'istanbul-isik-isik'],
  ['ﬁne ½ ™', 'fine-1-2-tm'],
  ['東京', ''],
  ['', ''],
])('%j becomes %j', (text, slug) => {
  expect(slugify(text)).toBe(slug);
});

test('is safe in an address and stable', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
      (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugify(slug)).toBe(slug);
      },
    ),
    { numRuns: 500 },
  );
});

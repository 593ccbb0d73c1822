import { describe, expect, test } from 'vitest';
import { type CollectionCondition, describeCondition, describeRules } from './collection-rules.ts';

const names: Record<string, string> = { c: 'Cooking', v: 'Colour: Blue', h: 'Height' };
const nameOf = (id: string) => names[id];

describe('a condition reads as what follows "products"', () => {
  const sentences: [CollectionCondition, string][] = [
    [{ field: 'tag', operator: 'is', value: 'gift' }, 'tagged “gift”'],
    [{ field: 'tag', operator: 'isNot', value: 'gift' }, 'not tagged “gift”'],
    [{ field: 'brand', operator: 'is', value: 'Halden' }, 'by Halden'],
    [{ field: 'brand', operator: 'isNot', value: 'Halden' }, 'not by Halden'],
    [{ field: 'category', operator: 'is', value: 'c' }, 'in Cooking'],
    [{ field: 'category', operator: 'isNot', value: 'gone' }, 'not in a deleted category'],
    [{ field: 'attribute', operator: 'is', value: 'v' }, 'with Colour: Blue'],
    [{ field: 'attribute', operator: 'isNot', value: 'gone' }, 'without a deleted value'],
    [{ field: 'number', attributeId: 'h', operator: 'less', value: 12.5 }, 'with Height under 12.5'],
    [{ field: 'title', operator: 'contains', value: 'mug' }, 'with “mug” in the name'],
    [{ field: 'title', operator: 'containsNot', value: 'mug' }, 'without “mug” in the name'],
    [{ field: 'price', currency: 'EUR', operator: 'greater', value: 4950 }, 'over €49.50'],
    [{ field: 'onSale', operator: 'is', value: true }, 'on sale'],
    [{ field: 'inStock', operator: 'is', value: false }, 'out of stock'],
    [{ field: 'featured', operator: 'is', value: false }, 'not featured'],
    [{ field: 'rating', operator: 'atLeast', value: 4 }, 'rated 4 or better'],
    [{ field: 'published', operator: 'within', value: 30 }, 'new in the last 30 days'],
    [{ field: 'published', operator: 'within', value: 1 }, 'new in the last day'],
  ];
  test.each(sentences)('%j', (condition, sentence) => {
    expect(describeCondition(condition, nameOf)).toBe(sentence);
  });
});

describe('rules read as a sentence', () => {
  const gift = { field: 'tag', operator: 'is', value: 'gift' } as const;
  const cheap = { field: 'price', currency: 'USD', operator: 'less', value: 5000 } as const;
  const loved = { field: 'rating', operator: 'atLeast', value: 4.5 } as const;

  test('of one condition', () => {
    expect(describeRules({ match: 'any', conditions: [gift] }, nameOf)).toBe('Products tagged “gift”');
  });

  test('of all or any of several', () => {
    expect(describeRules({ match: 'all', conditions: [gift, cheap] }, nameOf)).toBe(
      'Products tagged “gift” and under $50.00',
    );
    expect(describeRules({ match: 'any', conditions: [gift, cheap, loved] }, nameOf)).toBe(
      'Products tagged “gift”, under $50.00 or rated 4.5 or better',
    );
  });
});

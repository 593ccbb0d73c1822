import type { CollectionCondition } from '@turing/domain';
import { expect, test } from 'vitest';
import { changeField, draftOf, type Field, fields, toCondition, toDraft, toRules } from './rule-draft.ts';

const id = '01a204d9-7422-73ca-927f-9f3ebb9cdcd3';

const conditions: CollectionCondition[] = [
  { field: 'tag', operator: 'is', value: 'gift' },
  { field: 'brand', operator: 'isNot', value: 'Halden' },
  { field: 'category', operator: 'isNot', value: id },
  { field: 'attribute', operator: 'is', value: id },
  { field: 'number', attributeId: id, operator: 'greater', value: 12.5 },
  { field: 'title', operator: 'containsNot', value: 'mug' },
  { field: 'price', currency: 'GBP', operator: 'less', value: 4999 },
  { field: 'onSale', operator: 'is', value: true },
  { field: 'inStock', operator: 'is', value: false },
  { field: 'featured', operator: 'is', value: true },
  { field: 'rating', operator: 'atLeast', value: 4.5 },
  { field: 'published', operator: 'within', value: 30 },
];

test.each(conditions)('$field is edited and comes out as it went in', (condition) => {
  expect(toCondition(toDraft(condition, 'a'))).toEqual(condition);
});

test('a fresh condition is whole only where nothing is to be filled in', () => {
  const whole = (Object.keys(fields) as Field[]).filter((field) => toCondition(draftOf(field, 'a')) !== null);
  expect(whole).toEqual(['onSale', 'inStock', 'featured']);
});

test('another field keeps what fits it', () => {
  const brand = toDraft({ field: 'brand', operator: 'isNot', value: 'Halden' }, 'a');
  expect(changeField(brand, 'tag')).toMatchObject({ operator: 'isNot', text: 'Halden' });
  expect(changeField(brand, 'price')).toMatchObject({ operator: 'less', number: '' });
});

test('rules are whole when every condition is', () => {
  const gift = toDraft(conditions[0]!, 'a');
  expect(toRules({ match: 'any', drafts: [gift] })).toEqual({ match: 'any', conditions: [conditions[0]] });
  expect(toRules({ match: 'any', drafts: [gift, draftOf('tag', 'b')] })).toBeNull();
  expect(toRules({ match: 'all', drafts: [] })).toBeNull();
});

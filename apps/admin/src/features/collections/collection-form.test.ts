import { expect, test } from 'vitest';
import { changesOf, collectionSchema, toText, toValues } from './collection-form.ts';
import { toDraft } from './rule-draft.ts';

test('only what changed is saved', () => {
  const before = toValues(null, 'manual');
  const after = { ...before, name: ' Winter ', seoTitle: '  ' };
  expect(changesOf(after, before, 'manual')).toEqual({ name: 'Winter' });
  expect(changesOf(before, before, 'manual')).toEqual({});
});

test('rules are saved with a collection of that kind, and with no other', () => {
  const gift = { field: 'tag', operator: 'is', value: 'gift' } as const;
  const values = {
    ...toValues(null, 'rules'),
    rules: { match: 'any' as const, drafts: [toDraft(gift, 'a')] },
  };
  expect(toText(values, 'rules').rules).toEqual({ match: 'any', conditions: [gift] });
  expect(toText(values, 'manual')).not.toHaveProperty('rules');
  expect(changesOf(values, toValues(null, 'rules'), 'rules')).toEqual({
    rules: { match: 'any', conditions: [gift] },
  });
});

test('a name, an address and whole rules are needed', () => {
  const values = toValues(null, 'rules');
  const paths = collectionSchema('rules')
    .safeParse(values)
    .error?.issues.map(({ path }) => path.join('.'));
  expect(paths).toEqual(['name', 'slug', 'rules']);
  expect(collectionSchema('manual').safeParse({ ...values, name: 'A', slug: 'a' }).success).toBe(true);
});

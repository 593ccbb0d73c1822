import { expect, it } from 'vitest';
import { changesOf } from './audit-changes.ts';

it('names what differs and leaves out what stayed', () => {
  expect(changesOf({ name: 'A', code: 'x', gone: 1 }, { name: 'B', code: 'x', list: ['a'] })).toEqual([
    { name: 'name', before: 'A', after: 'B' },
    { name: 'gone', before: '1', after: null },
    { name: 'list', before: null, after: '[\n "a"\n]' },
  ]);
  expect(changesOf(null, null)).toEqual([]);
});

import { expect, test } from 'vitest';
import { parseForm } from './form-encoding.ts';

test('nested names become groups and lists', () => {
  const text = 'a=1&b[c]=2&b[d][e]=3&list[0][x]=4&list[1][x]=5&plain[]=6&plain[]=7&text=caf%C3%A9+%5B%5D';
  expect(JSON.parse(JSON.stringify(parseForm(text)))).toEqual({
    a: '1',
    b: { c: '2', d: { e: '3' } },
    list: [{ x: '4' }, { x: '5' }],
    plain: ['6', '7'],
    text: 'café []',
  });
});

test('names of the prototype are names like any other', () => {
  const form = parseForm('__proto__[polluted]=1&constructor=2');
  expect(Object.keys(form)).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

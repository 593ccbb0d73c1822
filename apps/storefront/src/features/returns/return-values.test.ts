import { expect, test } from 'vitest';
import { readReturn } from './return-values.ts';

function form(fields: Record<string, string>, lines: readonly string[]): FormData {
  const data = new FormData();
  for (const line of lines) data.append('line', line);
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('takes the lines of which something is sent back', () => {
  const data = form(
    {
      'quantity:a': '2',
      'reason:a': 'damaged',
      'comment:a': ' A crack ',
      'quantity:b': '0',
      resolution: 'exchange',
    },
    ['a', 'b'],
  );
  expect(readReturn(data)).toEqual({
    lines: [{ orderLineId: 'a', quantity: 2, reason: 'damaged', comment: 'A crack' }],
    resolution: 'exchange',
  });
});

test('what nobody can mean is something else, and a refund', () => {
  const data = form({ 'quantity:a': '1', 'reason:a': 'aliens', resolution: 'gold' }, ['a']);
  expect(readReturn(data)).toMatchObject({
    lines: [{ reason: 'other', comment: null }],
    resolution: 'refund',
  });
});

import { describe, expect, it } from 'vitest';
import {
  addedValues,
  isChanged,
  moved,
  problemOf,
  removedValueIds,
  saysTheSame,
  toDrafts,
  toOptionsInput,
} from './option-drafts.ts';

const saved = [
  {
    id: 'size',
    name: 'Size',
    values: [
      { id: 's', value: 'S', swatch: null },
      { id: 'm', value: 'M', swatch: null },
    ],
  },
];

describe('option drafts', () => {
  const [size] = toDrafts(saved);

  it('are unchanged until something is typed', () => {
    expect(isChanged(toDrafts(saved), saved)).toBe(false);
    expect(isChanged([{ ...size!, name: 'Fit' }], saved)).toBe(true);
  });

  it('say the same as what they became when they were saved', () => {
    const typed = addedValues({ key: 'new', name: 'Size', values: [] }, 'S, M');
    expect(saysTheSame([typed], saved)).toBe(true);
    expect(saysTheSame([addedValues(typed, 'L')], saved)).toBe(false);
  });

  it('take several values at once, each once', () => {
    const more = addedValues(size!, 'm, L,, XL\nl');
    expect(toOptionsInput([more])[0]?.values.map(({ value }) => value)).toEqual(['S', 'M', 'L', 'XL']);
  });

  it('say what is missing', () => {
    expect(problemOf([{ ...size!, name: ' ' }])).toMatch(/name/u);
    expect(problemOf([{ ...size!, values: [] }])).toBe('Size needs a value.');
    expect(problemOf([size!, { ...size!, name: 'size' }])).toMatch(/same name/u);
    expect(problemOf([size!])).toBeNull();
  });

  it('know what goes', () => {
    expect(removedValueIds([{ ...size!, values: size!.values.slice(1) }], saved)).toEqual(new Set(['s']));
    expect(removedValueIds([], saved)).toEqual(new Set(['s', 'm']));
  });

  it('move by a place', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, 1)).toEqual(['b', 'a']);
  });
});

import { describe, expect, it } from 'vitest';
import { pictureProblem, refusalOf } from './picture.ts';
import { PutFailure } from './put-file.ts';

describe('refusalOf', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'])(
    'lets a %s through',
    (type) => {
      expect(refusalOf({ type, size: 20_000_000 })).toBeNull();
    },
  );

  it.each([
    ['image/svg+xml', 10, /JPEG/u],
    ['image/heic', 10, /JPEG/u],
    ['', 10, /JPEG/u],
    ['image/png', 0, /empty/u],
    ['image/png', 20_000_001, /20 MB/u],
  ])('says why a %s of %i bytes is not sent', (type, size, sentence) => {
    expect(refusalOf({ type, size })).toMatch(sentence);
  });
});

it('tells a file that did not arrive from one that is no picture', () => {
  expect(pictureProblem(new PutFailure(0))).toMatch(/connection/u);
  expect(pictureProblem(new PutFailure(403))).toMatch(/too long/u);
  expect(pictureProblem(new Error('anything'))).toMatch(/on our side/u);
});

import { expect, test } from 'vitest';
import { authorNameOf } from './author-name.ts';

test.each([
  ['Ada Lovelace', 'Ada L.'],
  ['  Ada   King  Lovelace ', 'Ada L.'],
  ['Ada', 'Ada'],
  ['Émile ångström', 'Émile Å.'],
  ['', ''],
])('%s signs as %s', (name, signature) => {
  expect(authorNameOf(name)).toBe(signature);
});

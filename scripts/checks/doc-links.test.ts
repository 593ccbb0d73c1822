import { describe, expect, it } from 'vitest';
import { findAnchors, findReferences } from './doc-links.ts';

describe('findReferences', () => {
  it('finds relative links and leaves addresses alone', () => {
    const text =
      'See [a](docs/a.md#part), [`b`](../b.ts), ![c](c.png) and [d](https://example.com), not `[e](e.md)`.';
    expect(findReferences(text).links).toEqual(['docs/a.md#part', '../b.ts', 'c.png']);
  });

  it('finds paths in inline code and no other code', () => {
    const text = 'In `packages/db/src` and `apps/*`, but not `npm start`, `GET /readyz` or `.data/logs`.';
    expect(findReferences(text).paths).toEqual(['packages/db/src', 'apps/*']);
  });

  it('ignores fenced blocks', () => {
    expect(findReferences('```\n[a](gone.md) `apps/gone`\n```\n')).toEqual({ links: [], paths: [] });
  });
});

describe('findAnchors', () => {
  it('makes the anchors GitHub makes', () => {
    const anchors = findAnchors('# Rooms and walls\n## `npm start`, twice\n## Rooms and walls\n');
    expect([...anchors]).toEqual(['rooms-and-walls', 'npm-start-twice', 'rooms-and-walls-1']);
  });
});

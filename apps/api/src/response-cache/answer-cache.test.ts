import { describe, expect, it } from 'vitest';
import { AnswerCache } from './answer-cache.ts';

const alwaysFresh = { tell: () => undefined, isFresh: () => true };
const neverFresh = { tell: () => undefined, isFresh: () => false };
const notOwn = () => false;

function reading(text: string) {
  return () => Promise.resolve({ text, topic: 'lists' as const });
}

describe('memory', () => {
  it('stays below its bound, whatever is asked', async () => {
    const cache = new AnswerCache(alwaysFresh, 1_000_000);
    for (let index = 0; index < 500; index += 1) {
      await cache.load({ key: `key ${index}`, read: reading('x'.repeat(20_000)), isOwn: notOwn });
      expect(cache.size().bytes).toBeLessThanOrEqual(1_000_000);
    }
    expect(cache.size().entries).toBeGreaterThan(40);
    expect(cache.find('key 499')).toBeDefined();
    expect(cache.find('key 0')).toBeUndefined();
  });

  it('does not keep what is larger than all of it', async () => {
    const cache = new AnswerCache(alwaysFresh, 10_000);
    const answer = await cache.load({ key: 'k', read: reading('x'.repeat(20_000)), isOwn: notOwn });
    expect(answer.plain.body).toHaveLength(20_000);
    expect(cache.size()).toEqual({ entries: 0, bytes: 0 });
  });
});

describe('callers at one time', () => {
  it('share one read, and a stored answer needs none', async () => {
    const cache = new AnswerCache(alwaysFresh, 1_000_000);
    let reads = 0;
    const read = async () => {
      reads += 1;
      await Promise.resolve();
      return { text: 'x', topic: 'lists' as const };
    };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => cache.load({ key: 'k', read, isOwn: notOwn })),
    );
    expect(new Set(answers).size).toBe(1);
    await cache.load({ key: 'k', read, isOwn: notOwn });
    expect(reads).toBe(1);
    expect(cache.takeCounts()).toEqual({ hits: 1, shared: 49, misses: 1, stale: 0 });
    expect(cache.takeCounts()).toEqual({ hits: 0, shared: 0, misses: 0, stale: 0 });
  });

  it('share a failure, unless it is the first one’s own', async () => {
    const cache = new AnswerCache(alwaysFresh, 1_000_000);
    const failures = [new Error('theirs'), new Error('theirs')];
    const read = () => {
      const failure = failures.shift();
      return failure === undefined ? reading('x')() : Promise.reject(failure);
    };
    const call = (isOwn: () => boolean) => cache.load({ key: 'k', read, isOwn });
    expect(await Promise.allSettled([call(notOwn), call(notOwn)])).toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    expect(await Promise.allSettled([call(() => true), call(() => true)])).toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled' },
    ]);
  });
});

it('an answer that is read again and found the same keeps its bytes', async () => {
  const cache = new AnswerCache(neverFresh, 1_000_000);
  const first = await cache.load({ key: 'k', read: reading('x'), isOwn: notOwn });
  const second = await cache.load({ key: 'k', read: reading('x'), isOwn: notOwn });
  expect(second.plain).toBe(first.plain);
  expect(second.startedAt).toBeGreaterThan(first.startedAt);
  expect(cache.takeCounts()).toEqual({ hits: 0, shared: 0, misses: 1, stale: 1 });
});

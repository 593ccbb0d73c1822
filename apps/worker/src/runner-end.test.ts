import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitForEnd } from './runner-end.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A runner of the library as far as it is seen from outside. */
function watch({ concurrency = 2 } = {}) {
  const events: WorkerEvents = new EventEmitter();
  const own = Promise.withResolvers<void>();
  const jobs = new Set<string>();
  const stop = vi.fn(() => {
    events.emit('pool:gracefulShutdown', {} as never);
    return Promise.resolve();
  });
  const answer: { cause?: unknown; isEnded: boolean } = { isEnded: false };
  const inHand = { poolId: () => 'pool-1', ids: () => [...jobs] };
  void waitForEnd({ runner: { events, promise: own.promise, stop }, inHand, concurrency }).then((cause) =>
    Object.assign(answer, { cause, isEnded: true }),
  );
  const ask = () => events.emit('worker:getJob:start', {} as never);
  const hear = () => events.emit('worker:getJob:empty', {} as never);
  return { events, own, jobs, stop, answer, ask, hear };
}

describe('waitForEnd', () => {
  it('ends with the runner, and says nothing when it was asked to', async () => {
    const { own, answer } = watch();
    own.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(answer).toEqual({ cause: null, isEnded: true });
  });

  it('ends a drain that never completes', async () => {
    const { events, answer } = watch();
    events.emit('pool:gracefulShutdown', {} as never);
    await vi.advanceTimersByTimeAsync(4000);
    expect(answer.isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(3000);
    expect(answer).toMatchObject({
      isEnded: true,
      cause: expect.objectContaining({ message: expect.stringContaining('did not end') }),
    });
  });

  it('waits for a job under way however long it takes', async () => {
    const { events, jobs, answer } = watch();
    jobs.add('1');
    events.emit('pool:gracefulShutdown', {} as never);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(answer.isEnded).toBe(false);
    jobs.delete('1');
    events.emit('job:complete', {} as never);
    await vi.advanceTimersByTimeAsync(7000);
    expect(answer.isEnded).toBe(true);
  });

  it('ends a runner that asks and gets no answers', async () => {
    const { stop, answer, ask } = watch();
    for (let second = 0; second < 19; second += 1) {
      ask();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(stop).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stop).toHaveBeenCalled();
    expect(answer.isEnded).toBe(true);
  });

  it('ends one that was ending before it was watched and refuses to be stopped', async () => {
    const { stop, answer } = watch();
    stop.mockRejectedValue(new Error('Runner is already stopped'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(answer.isEnded).toBe(true);
  });

  it('leaves alone one that gets answers, and one whose workers are all busy', async () => {
    const answered = watch();
    const busy = watch();
    busy.jobs.add('1').add('2');
    for (let second = 0; second < 300; second += 1) {
      answered.hear();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect([answered, busy].map(({ stop, answer }) => [stop.mock.calls.length, answer.isEnded])).toEqual([
      [0, false],
      [0, false],
    ]);
  });
});

import type { Runner } from 'graphile-worker';
import type { JobsInHand } from './recovery/jobs-in-hand.ts';

const lookMs = 1000;
/** How long it may take to end once no job is under way. */
const settleMs = 5000;
/** How long a runner with a free worker may go without an answer: more than a statement or a lock may take. */
const silenceMs = 20_000;

export interface WatchedRunner {
  readonly runner: Pick<Runner, 'promise' | 'events' | 'stop'>;
  readonly inHand: JobsInHand;
  readonly concurrency: number;
}

/**
 * Settles when a runner has ended, with the reason if nobody asked for it. graphile-worker 0.18 can wait for itself for
 * ever: after several jobs whose end could not be written, a count in its batches falls below zero. And it can fail for
 * ever: it keeps the answer to its first question, the ids of its tasks, even if that is an error. So one that has
 * nothing under way and does not end counts as ended after a moment, and one that gets no answers is ended.
 */
export async function waitForEnd({ runner, inHand, concurrency }: WatchedRunner): Promise<unknown> {
  const stuck = Promise.withResolvers<unknown>();
  let isEnding = false;
  let activeAt = Date.now();
  const noteActivity = () => {
    activeAt = Date.now();
  };
  // Answers, not questions: a question that fails once can fail for ever.
  runner.events.on('worker:getJob:empty', noteActivity);
  runner.events.on('job:start', noteActivity);
  runner.events.on('job:complete', noteActivity);
  runner.events.once('pool:gracefulShutdown', () => {
    isEnding = true;
    noteActivity();
  });
  const watch = setInterval(() => {
    const busy = inHand.ids().length;
    const quietMs = Date.now() - activeAt;
    if (isEnding && busy === 0 && quietMs >= settleMs)
      stuck.resolve(new Error('the runner did not end by itself'));
    if (isEnding || busy >= concurrency || quietMs < silenceMs) return;
    // One that is ending already refuses, without a word.
    isEnding = true;
    noteActivity();
    void end(runner);
  }, lookMs).unref();
  const own = runner.promise.then(
    () => null,
    (cause: unknown) => cause,
  );
  const cause = await Promise.race([own, stuck.promise]);
  clearInterval(watch);
  // Ends its clock too. Not waited for: it may be what is stuck.
  void end(runner);
  return cause;
}

/** One that has ended refuses. */
async function end(runner: Pick<Runner, 'stop'>): Promise<void> {
  await runner.stop('it gets no answers about jobs').catch(() => undefined);
}

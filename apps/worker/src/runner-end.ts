import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner } from 'graphile-worker';

// Both come when no job is under way any more, or none that can still be helped.
const drained = ['pool:gracefulShutdown:complete', 'pool:gracefulShutdown:error'] as const;
const settleMs = 5000;

/**
 * Settles when a runner has ended, with the reason if nobody asked for it. After several jobs whose end could not be
 * written, graphile-worker 0.18 waits for itself for ever once its workers are done (a count in its batches falls below
 * zero); it is given a moment to end properly and then counts as ended.
 */
export async function waitForEnd(runner: Runner): Promise<unknown> {
  const stuck = Promise.withResolvers<unknown>();
  const declare = () => {
    void sleep(settleMs, undefined, { ref: false }).then(() =>
      stuck.resolve(new Error('the runner did not end by itself')),
    );
  };
  for (const event of drained) runner.events.once(event, declare);
  const own = runner.promise.then(
    () => null,
    (cause: unknown) => cause,
  );
  const cause = await Promise.race([own, stuck.promise]);
  // Ends its clock too; one that has ended refuses.
  await runner.stop().catch(() => undefined);
  return cause;
}

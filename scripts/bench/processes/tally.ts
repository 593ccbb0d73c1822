import { createHistogram } from 'node:perf_hooks';
import type { RunResult } from './messages.ts';

const histogram = createHistogram({ lowest: 1, highest: 60_000_000, figures: 3 });

export function recordTime(milliseconds: number): void {
  histogram.record(Math.max(1, Math.round(milliseconds * 1000)));
}

export function resultOf(run: Pick<RunResult, 'count' | 'seconds' | 'errors' | 'failure'>): RunResult {
  return {
    ...run,
    p50Ms: histogram.percentile(50) / 1000,
    p99Ms: histogram.percentile(99) / 1000,
  };
}

/** Runs each order that the parent sends and sends its result back. */
export function serve(run: (order: never) => Promise<unknown>): void {
  process.on('message', (order) => {
    run(order as never).then(
      (result) => process.send?.({ result }),
      (error: unknown) => process.send?.({ failure: String(error) }),
    );
  });
}

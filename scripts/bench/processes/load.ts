import autocannon from 'autocannon';
import type { LoadOrder, RunResult } from './messages.ts';
import { recordTime, resultOf, serve } from './tally.ts';

/** Loads an HTTP server; its own process, so that its work is not counted as the server's. */
function load({ url, requests, connections, seconds }: LoadOrder): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    let errors = 0;
    let count = 0;
    const startedAt = performance.now();
    const instance = autocannon(
      { url, connections, duration: seconds, requests: requests.map((request) => ({ ...request })) },
      (error: Error | null) => {
        if (error !== null) reject(error);
        else resolve(resultOf({ count, seconds: (performance.now() - startedAt) / 1000, errors }));
      },
    );
    instance.on('response', (...[, status, , milliseconds]) => {
      count += 1;
      if (status >= 400) errors += 1;
      recordTime(milliseconds);
    });
    instance.on('reqError', () => {
      errors += 1;
    });
  });
}

serve(load);

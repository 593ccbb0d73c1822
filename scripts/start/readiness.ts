import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './children.ts';
import { StepFailure } from './failure.mjs';
import { tailOf } from './log-files.ts';

const POLL_MS = 100;
const PROBE_TIMEOUT_MS = 30_000;

export interface ReadinessOptions {
  url: string;
  timeoutMs: number;
}

/** Waits until the service answers 200. @throws StepFailure as soon as it has ended, or when it takes too long */
export async function waitUntilReady(child: Child, { url, timeoutMs }: ReadinessOptions): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let answer = 'no answer';
  while (Date.now() < deadline) {
    if (hasEnded(child)) throw endedFailure(child);
    answer = await probe(url);
    if (answer === 'ready') return;
    await sleep(POLL_MS);
  }
  throw new StepFailure(
    `${child.name} did not become ready in ${timeoutMs / 1000} s (${answer} at ${url}).`,
    {
      remedy: 'Its log above tells why; on a very slow machine, start again: what is built stays built.',
      output: tailOf(child.logFile),
    },
  );
}

/** The failure of a service that ended by itself. */
export function endedFailure(child: Child): StepFailure {
  const { exitCode, signalCode } = child.process;
  return new StepFailure(`${child.name} ended with ${signalCode ?? `code ${exitCode}`}.`, {
    remedy: 'Its log above tells why; mend that and start again.',
    output: tailOf(child.logFile),
  });
}

function hasEnded(child: Child): boolean {
  return child.process.exitCode !== null || child.process.signalCode !== null;
}

async function probe(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS), redirect: 'manual' });
    await response.arrayBuffer();
    return response.status === 200 ? 'ready' : `status ${response.status}`;
  } catch {
    return 'no answer';
  }
}

/** How two sorts of calls compare in time. */
export interface TimeComparison {
  readonly medianA: number;
  readonly medianB: number;
  /** How often chance alone makes medians differ so much: small means the two can be told apart. */
  readonly p: number;
}

/**
 * Calls both sorts in turn, each pair in a random order, so that whatever else the machine does meets both alike.
 * Milliseconds.
 */
export async function timeInTurn(
  pairs: number,
  callA: (round: number) => Promise<unknown>,
  callB: (round: number) => Promise<unknown>,
): Promise<TimeComparison> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < pairs; round += 1) {
    const order = Math.random() < 0.5 ? ([0, 1] as const) : ([1, 0] as const);
    for (const which of order) {
      const startedAt = performance.now();
      await (which === 0 ? callA : callB)(round);
      times[which].push(performance.now() - startedAt);
    }
  }
  return compareTimes(...times);
}

const shuffles = 4000;

/** A permutation test on the difference of medians: which of a pair was which is drawn by lot again and again. */
export function compareTimes(a: readonly number[], b: readonly number[]): TimeComparison {
  const seen = Math.abs(median(a) - median(b));
  let asFar = 0;
  for (let shuffle = 0; shuffle < shuffles; shuffle += 1) {
    const swaps = a.map(() => Math.random() < 0.5);
    const left = a.map((time, index) => (swaps[index] === true ? (b[index] ?? 0) : time));
    const right = b.map((time, index) => (swaps[index] === true ? (a[index] ?? 0) : time));
    if (Math.abs(median(left) - median(right)) >= seen) asFar += 1;
  }
  return { medianA: median(a), medianB: median(b), p: (asFar + 1) / (shuffles + 1) };
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((x, y) => x - y);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

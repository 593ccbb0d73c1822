/** Runs at most so many tasks at once; the others wait in the order in which they came. */
export function createLanes(lanes: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let busy = 0;
  const waiting: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (busy < lanes) busy += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  // Who waits takes over the place of the one who leaves.
  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }

  return async (task) => {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  };
}

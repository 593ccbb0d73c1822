/** Runs at most `limit` tasks at a time; the others wait their turn. */
export function createLimiter(limit: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running >= limit) {
      // The one who leaves hands over its place, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
      return;
    }
    running += 1;
  }

  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
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

/** Callers who ask for the same key while it is being made share one making. */
export function createSingleFlight<Result>(): (key: string, make: () => Promise<Result>) => Promise<Result> {
  const flights = new Map<string, Promise<Result>>();
  return (key, make) => {
    const running = flights.get(key);
    if (running !== undefined) return running;
    const flight = make().finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };
}

export interface CircuitOptions {
  /** Milliseconds between two looks at a store that failed. */
  readonly cooldownMs: number;
  /** Whether the store works again; false or a failure: not yet. */
  readonly probe: () => Promise<boolean>;
  readonly onOpen: (cause: unknown) => void;
  readonly onClose: (outageMs: number) => void;
}

/**
 * Asks a store that may be slow or gone. From its first failure until a look in the background finds it well again, nobody
 * waits for it. A null of `ask` is a failure, too.
 */
export function createCircuit({ cooldownMs, probe, onOpen, onClose }: CircuitOptions) {
  let openSince: number | null = null;
  let nextProbeAt = 0;

  function open(cause: unknown): null {
    if (openSince !== null) return null;
    openSince = Date.now();
    nextProbeAt = openSince + cooldownMs;
    onOpen(cause);
    return null;
  }

  async function look(since: number): Promise<void> {
    nextProbeAt = Number.POSITIVE_INFINITY;
    const isWell = await probe().catch(() => false);
    nextProbeAt = Date.now() + cooldownMs;
    if (!isWell) return;
    openSince = null;
    onClose(Date.now() - since);
  }

  return async <Result>(ask: () => Promise<Result | null>): Promise<Result | null> => {
    if (openSince !== null) {
      if (Date.now() >= nextProbeAt) void look(openSince);
      return null;
    }
    try {
      return (await ask()) ?? open('no answer in time');
    } catch (error) {
      return open(error);
    }
  };
}

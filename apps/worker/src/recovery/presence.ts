import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@turing/db';
import type { Logger } from '@turing/routers';
import { type Connection, lockPool } from './pool-store.ts';

const retryMs = 500;

export interface Presence {
  /** Settles when the pool's lock is held; from then on it is taken again whenever its connection is lost. */
  readonly announce: (poolId: string) => Promise<void>;
  /** Lets the lock go, after the last job. */
  readonly withdraw: () => void;
}

/** Holds the advisory lock that tells other processes that this one's workers are alive. */
export function createPresence({ db, logger }: { readonly db: Database; readonly logger: Logger }): Presence {
  const stopped = new AbortController();
  let announced: Promise<void> | null = null;
  let release: () => void = () => undefined;

  async function take(poolId: string): Promise<void> {
    const connection = await db.pool.connect();
    let isHeld = false;
    let isReleased = false;
    release = () => {
      if (!isReleased) connection.release(true);
      isReleased = true;
    };
    connection.on('error', (cause) => {
      if (isReleased) return;
      release();
      if (!isHeld) return;
      logger.warn('lock of the workers lost, taking it again', { cause: cause.message });
      void takeAgain(poolId);
    });
    await hold(connection, poolId);
    isHeld = true;
  }

  async function hold(connection: Connection, poolId: string): Promise<void> {
    try {
      await lockPool(connection, poolId);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Others let 15 seconds pass before they take a lock's absence for a death. */
  async function takeAgain(poolId: string): Promise<void> {
    while (!stopped.signal.aborted) {
      await sleep(retryMs);
      if (stopped.signal.aborted) return;
      const isTaken = await take(poolId).then(
        () => true,
        () => false,
      );
      if (isTaken) break;
    }
    if (stopped.signal.aborted) release();
  }

  return {
    announce: (poolId) => (announced ??= take(poolId)),
    withdraw: () => {
      stopped.abort();
      release();
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@turing/db';
import type { Logger } from '@turing/routers';
import { lockPool } from './pool-store.ts';

export interface Presence {
  /** Settles when the pool's lock is held, however long that takes; a lock that is lost later is taken again. */
  readonly announce: (poolId: string) => Promise<void>;
  /** Ends the wait of `announce`; a lock that is held stays. */
  readonly giveUp: () => void;
  /** Lets the lock go, after the last job. */
  readonly withdraw: () => void;
}

const retryMs = 500;

/** Holds the advisory lock that tells other processes that this one's workers are alive. */
export function createPresence({ db, logger }: { readonly db: Database; readonly logger: Logger }): Presence {
  const over = new AbortController();
  let isAnnounced = false;
  let announcement: Promise<void> | null = null;
  let release: () => void = () => undefined;

  async function takeLock(poolId: string): Promise<void> {
    while (!over.signal.aborted) {
      try {
        release = await holdLock(db, poolId, (cause) => {
          logger.warn('lock of the workers lost, taking it again', { cause: cause.message });
          void takeLock(poolId);
        });
        break;
      } catch (cause) {
        logger.warn('lock of the workers not taken yet', { cause });
        await sleep(retryMs);
      }
    }
    if (over.signal.aborted) release();
  }

  async function announce(poolId: string): Promise<void> {
    await takeLock(poolId);
    isAnnounced = true;
  }

  function withdraw(): void {
    over.abort();
    release();
  }

  return {
    announce: (poolId) => (announcement ??= announce(poolId)),
    giveUp: () => {
      if (!isAnnounced) withdraw();
    },
    withdraw,
  };
}

/** Takes the lock on a connection of its own and returns what lets it go; `onLost` when the connection goes first. */
async function holdLock(db: Database, poolId: string, onLost: (cause: Error) => void): Promise<() => void> {
  const connection = await db.pool.connect();
  const state: { held: boolean; lost: Error | null; released: boolean } = {
    held: false,
    lost: null,
    released: false,
  };
  const release = () => {
    if (!state.released) connection.release(true);
    state.released = true;
  };
  connection.on('error', (cause) => {
    const wasHeld = state.held && !state.released;
    state.lost = cause;
    release();
    if (wasHeld) onLost(cause);
  });
  try {
    await lockPool(connection, poolId);
    // It can be lost between the server's answer and this line: then nothing is held.
    if (state.lost !== null) throw state.lost;
  } catch (error) {
    release();
    throw error;
  }
  state.held = true;
  return release;
}

import type { Member } from '../fleet/member.ts';

/** Keeps one process of the shop running: what dies is started again. */
export interface Keeper {
  /** Steps at which it died, and how often it was killed from outside. */
  readonly deaths: Map<string, number>;
  readonly kill: () => Promise<void>;
  /** Starts it once more without anything to die of. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface KeeperOptions {
  readonly start: (crashAt: string | null) => Promise<Member>;
  /** At which step the next one dies; null when it is left alone. */
  readonly nextCrash: () => string | null;
}

export async function keepRunning({ start, nextCrash }: KeeperOptions): Promise<Keeper> {
  const deaths = new Map<string, number>();
  let isStopping = false;
  let isSettling = false;
  let crashAt = nextCrash();
  let current = start(crashAt);
  let killedBy: string | null = null;

  async function watch(): Promise<void> {
    for (;;) {
      const member = await current;
      await member.ended;
      const cause = killedBy ?? crashAt?.split('#')[0] ?? 'by itself';
      deaths.set(cause, (deaths.get(cause) ?? 0) + 1);
      killedBy = null;
      if (isStopping) return;
      crashAt = isSettling ? null : nextCrash();
      current = start(crashAt);
    }
  }

  async function kill(cause = 'kill'): Promise<void> {
    const member = await current;
    killedBy = cause;
    await member.kill('SIGKILL');
  }

  const watched = watch();
  await current;
  return {
    deaths,
    kill,
    settle: async () => {
      isSettling = true;
      await kill('settle');
      await current;
    },
    stop: async () => {
      isStopping = true;
      await kill('stop');
      await watched;
    },
  };
}

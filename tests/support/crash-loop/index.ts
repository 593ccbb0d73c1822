import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, seeded } from '@turing/db/testing';
import { Refusal } from '../fleet/insist.ts';
import { serve } from './clerk.ts';
import { type Diary, openDiary } from './diary.ts';
import { type Keeper, keepRunning } from './keeper.ts';
import { reckon } from './reckoning.ts';
import { type Scene, setScene, settle } from './scene.ts';
import { shop } from './shopper.ts';

export interface CrashLoopOptions {
  /** Of an empty, migrated database. */
  readonly databaseUrl: string;
  readonly seed: number;
  readonly nextCrash: Readonly<Record<'api' | 'worker', () => string | null>>;
  /** Between kills from outside, in milliseconds; null for none. */
  readonly killEvery: { readonly api: number; readonly worker: number } | null;
  /** Whether there has been enough of it. */
  readonly isEnough: (deaths: Deaths) => boolean;
}

/** How often each process died of what. */
export type Deaths = Readonly<Record<'api' | 'worker', ReadonlyMap<string, number>>>;

export interface CrashLoopResult {
  readonly deaths: Deaths;
  readonly diary: Diary;
  /** What is wrong at the end. */
  readonly faults: readonly string[];
}

const shoppers = 4;
const settleMs = 90_000;

/** People shop and work while the API and the worker die; then all comes to rest, and it is counted what was lost. */
export async function runCrashLoop(options: CrashLoopOptions): Promise<CrashLoopResult> {
  const { databaseUrl, nextCrash, seed } = options;
  const scene = await setScene(databaseUrl);
  const diary = openDiary();
  const keepers = {
    api: await keepRunning({ start: scene.startApi, nextCrash: nextCrash.api }),
    worker: await keepRunning({ start: scene.startWorker, nextCrash: nextCrash.worker }),
  };
  const deaths = { api: keepers.api.deaths, worker: keepers.worker.deaths };
  try {
    const isDone = () => options.isEnough(deaths);
    const people = Array.from({ length: shoppers }, (_, nth) =>
      repeat({ scene, diary, random: seeded(seed + nth), isDone }, shop),
    );
    await Promise.all([
      ...people,
      repeat({ scene, diary, random: seeded(seed + shoppers), isDone }, serve),
      ...killers(keepers, { ...options, isDone }),
    ]);
    await Promise.all([keepers.api.settle(), keepers.worker.settle()]);
    await settle(scene, settleMs);
    return { deaths, diary, faults: await reckon(scene, diary) };
  } finally {
    scene.end();
    await Promise.all([keepers.api.stop(), keepers.worker.stop()]);
    await scene.close();
  }
}

interface Life {
  readonly scene: Scene;
  readonly diary: Diary;
  readonly random: Random;
  readonly isDone: () => boolean;
}

/** Does it again and again; the shop's no is an answer. */
async function repeat(
  { scene, diary, random, isDone }: Life,
  act: (scene: Scene, diary: Diary, random: Random) => Promise<void>,
): Promise<void> {
  while (!isDone()) {
    try {
      await act(scene, diary, random);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      diary.refusals.set(error.code, (diary.refusals.get(error.code) ?? 0) + 1);
    }
    await sleep(20 + random() * 80);
  }
}

function killers(
  keepers: Readonly<Record<'api' | 'worker', Keeper>>,
  { killEvery, seed, isDone }: CrashLoopOptions & { isDone: () => boolean },
): Promise<void>[] {
  if (killEvery === null) return [];
  return (['api', 'worker'] as const).map(async (kind, nth) => {
    const random = seeded(seed + 100 + nth);
    while (!isDone()) {
      await sleep(2 * random() * killEvery[kind]);
      await keepers[kind].kill();
    }
  });
}

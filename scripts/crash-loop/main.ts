import { parseArgs } from 'node:util';
import { type Step, steps } from '@turing/db';
import { ensureDatabase, migrateDatabase } from '@turing/db/migrate';
import { type Random, seeded } from '@turing/db/testing';
import { type CrashLoopResult, runCrashLoop } from '../../tests/support/crash-loop/index.ts';
import { openThrowawayServer } from '../../tests/support/throwaway-server.ts';

/** `npm run crash-loop -- --minutes 10 --seed 7`: kills the API and the worker at random while people shop, and counts what was lost. */
export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
  });
  const minutes = Number(values.minutes);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
    console.error('--minutes takes a number above 0, --seed a whole one.');
    return 2;
  }
  console.log(`${minutes} minutes, seed ${seed}`);
  const server = await openThrowawayServer();
  const database = new URL(server.url);
  database.pathname = `/turing_crash_loop_${process.pid}`;
  try {
    await ensureDatabase(database.href);
    await migrateDatabase({ connectionString: database.href });
    const endsAt = Date.now() + minutes * 60_000;
    const result = await runCrashLoop({
      databaseUrl: database.href,
      seed,
      nextCrash: { api: atRandom(seeded(seed + 1)), worker: atRandom(seeded(seed + 2)) },
      killEvery: { api: 6000, worker: 8000 },
      isEnough: () => Date.now() > endsAt,
    });
    console.log(tell(result));
    return result.faults.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
  }
}

/** Every second one dies at a step, at the first to the tenth time that it gets there. */
function atRandom(random: Random): () => string | null {
  return () => {
    const step: Step | undefined = steps[Math.floor(random() * steps.length)];
    const nth = 1 + Math.floor(random() * 10);
    return random() < 0.5 || step === undefined ? null : `${step}#${nth}`;
  };
}

function tell({ deaths, diary, faults }: CrashLoopResult): string {
  const list = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
  return [
    `${diary.orders.length} orders, ${diary.paid} paid, ${diary.changes.length} changes by staff`,
    `refused: ${list(diary.refusals)}`,
    `the API died of: ${list(deaths.api)}`,
    `the worker died of: ${list(deaths.worker)}`,
    ...(faults.length === 0 ? ['Nothing is lost and every invariant holds.'] : faults),
  ].join('\n');
}

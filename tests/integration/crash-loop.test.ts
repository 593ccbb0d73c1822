import { type Step, steps } from '@turing/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Deaths, runCrashLoop } from '../support/crash-loop/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const ofApi = new Set(['place', 'start-checkout', 'webhook']);
const isOfApi = (step: Step) => ofApi.has(step.split('.')[0] ?? '');
const mostMs = 300_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** One after the other, each as long as it has not died there. */
function inTurn(own: readonly Step[]) {
  const left = [...own];
  return () => left.shift() ?? null;
}

const sortedKeys = (deaths: ReadonlyMap<string, number>) =>
  [...deaths.keys()].filter((cause) => steps.some((step) => step === cause)).toSorted();

test(
  'killed at every step there is, nothing acknowledged is lost, nothing is charged or sent twice',
  { timeout: 480_000 },
  async () => {
    const expected = { api: steps.filter(isOfApi), worker: steps.filter((step) => !isOfApi(step)) };
    const startedAt = performance.now();
    const isEnough = ({ api, worker }: Deaths) =>
      performance.now() - startedAt > mostMs ||
      (sortedKeys(api).length === expected.api.length &&
        sortedKeys(worker).length === expected.worker.length);
    const { deaths, diary, faults } = await runCrashLoop({
      databaseUrl: database.url,
      seed: Math.floor(Math.random() * 2 ** 31),
      nextCrash: { api: inTurn(expected.api), worker: inTurn(expected.worker) },
      killEvery: null,
      isEnough,
    });
    expect(faults).toEqual([]);
    expect(sortedKeys(deaths.api)).toEqual(expected.api.toSorted());
    expect({ died: sortedKeys(deaths.worker), refused: diary.refusals }).toMatchObject({
      died: expected.worker.toSorted(),
    });
    expect(deaths.api.get('by itself') ?? 0).toBe(0);
    expect(diary.orders.length).toBeGreaterThan(0);
    expect(diary.changes.length).toBeGreaterThan(0);
  },
);

import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildApi, startApi } from './api-process.ts';
import { countStatements } from './count-statements.ts';
import { startDatabase } from './database.ts';
import { measureFlow } from './measure-flow.ts';
import { measureRead } from './measure-read.ts';
import { readOptions, type BenchOptions } from './options.ts';
import { growthLines, headLine, type Line, lineOf, type Result } from './report.ts';
import { scenarios } from './scenarios/index.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { exploreWorld } from './scenarios/world.ts';
import { signIn } from './sign-in.ts';

const folder = path.resolve('.data/bench');

/** `npm run bench`: how fast the shop answers, and how that compares with what Node.js and PostgreSQL can do at all. */
export async function main(argv: string[]): Promise<number> {
  try {
    return await bench(readOptions(argv));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

async function bench(options: BenchOptions): Promise<number> {
  const chosen = scenarios.filter(({ name }) => options.scenario === undefined || name === options.scenario);
  if (chosen.length === 0) {
    console.error(
      `There is no scenario ${options.scenario}. There are: ${scenarios.map(({ name }) => name).join(', ')}.`,
    );
    return 1;
  }
  buildApi();
  rmSync(path.join(folder, 'api.log'), { force: true });
  const database = await startDatabase(folder);
  const results: Result[] = [];
  try {
    for (const products of options.products) {
      const databaseUrl = await database.open({ products, orders: options.orders }, (line) =>
        console.log(line),
      );
      if (results.length === 0) console.log(headLine());
      for (const scenario of chosen) {
        const line = await measure(scenario, { products, databaseUrl, databasePid: database.pid }, options);
        const { statements: _printed, ...result } = line;
        results.push(result);
        console.log(lineOf(line));
      }
    }
  } finally {
    await database.stop();
  }
  for (const line of growthLines(results)) console.log(line);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
  return results.some(({ errors }) => errors > 0) ? 1 : 0;
}

interface Size {
  readonly products: number;
  readonly databaseUrl: string;
  readonly databasePid: number;
}

async function measure(
  scenario: Scenario,
  { products, databaseUrl, databasePid }: Size,
  { seconds, connections }: BenchOptions,
): Promise<Line> {
  const isCached = scenario.kind === 'flow' || scenario.isCached;
  const world = await exploreWorld(databaseUrl, products);
  const statements = await countStatements(folder, scenario, { databaseUrl, world, isCached });
  const api = await startApi(folder, { databaseUrl, isCached });
  try {
    const stage = {
      api,
      databaseUrl,
      databasePid,
      world,
      connections: connections ?? scenario.connections,
      seconds,
      cookie: await signIn(api.url),
    };
    const measured = scenario.kind === 'flow' ? measureFlow(scenario, stage) : measureRead(scenario, stage);
    return { ...(await measured), statements };
  } finally {
    await api.stop();
  }
}

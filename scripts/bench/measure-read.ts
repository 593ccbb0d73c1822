import type { ApiProcess } from './api-process.ts';
import { startChild } from './child.ts';
import { measureRounds } from './rounds.ts';
import type {
  HttpRequest,
  LoadOrder,
  PgOrder,
  RecordedStatement,
  StoredAnswer,
  RunResult,
} from './processes/messages.ts';
import type { Result } from './report.ts';
import { openRecorder } from './scenarios/caller.ts';
import { pathOf } from './scenarios/reads.ts';
import type { Read, ReadScenario } from './scenarios/scenario.ts';
import type { World } from './scenarios/world.ts';

export interface Stage {
  readonly api: ApiProcess;
  readonly databaseUrl: string;
  readonly databasePid: number;
  readonly world: World;
  readonly connections: number;
  readonly seconds: number;
  /** Cookies of a member of staff. */
  readonly cookie: string;
}

/** As many as the API opens itself. */
export const poolSize = 10;

/** Loads the API, a bare server with the same bytes and the database with the same statements in turn. */
export async function measureRead(scenario: ReadScenario, stage: Stage): Promise<Result> {
  const { api, databaseUrl, world, connections } = stage;
  const reads = scenario.reads(world);
  const statements = await recordStatements(databaseUrl, reads);
  const requests = reads.map((read): HttpRequest => ({
    method: 'GET',
    path: pathOf(read),
    headers: scenario.isStaff ? { cookie: stage.cookie } : {},
  }));
  const answers = await Promise.all(requests.map((request) => fetchAnswer(api.url, request)));
  scenario.check(answers.map(dataOf), world);

  const [load, bareLoad, bare, pgAlone] = ['load', 'load', 'bare-server', 'pg-alone'].map(startChild) as [
    ReturnType<typeof startChild>,
    ReturnType<typeof startChild>,
    ReturnType<typeof startChild>,
    ReturnType<typeof startChild>,
  ];
  const pg = (seconds: number) =>
    pgAlone.ask<RunResult>({
      databaseUrl,
      poolSize,
      requests: statements,
      connections,
      seconds,
    } satisfies PgOrder);
  try {
    const bareUrl = `http://127.0.0.1:${await bare.ask<number>(answers)}`;
    return await measureRounds(scenario.name, stage, {
      api: (seconds) => load.ask({ url: api.url, requests, connections, seconds } satisfies LoadOrder),
      bare: (seconds) => bareLoad.ask({ url: bareUrl, requests, connections, seconds } satisfies LoadOrder),
      ...(statements.flat().length === 0 ? {} : { pg }),
    });
  } finally {
    for (const child of [load, bareLoad, bare, pgAlone]) child.stop();
  }
}

async function recordStatements(databaseUrl: string, reads: readonly Read[]): Promise<RecordedStatement[][]> {
  const recorder = openRecorder(databaseUrl);
  try {
    const recorded: RecordedStatement[][] = [];
    for (const read of reads) recorded.push((await recorder.record(read)).statements);
    return recorded;
  } finally {
    await recorder.close();
  }
}

/** What Node.js adds to every answer by itself. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

async function fetchAnswer(url: string, { path, headers }: HttpRequest): Promise<StoredAnswer> {
  const response = await fetch(`${url}${path}`, { headers: { ...headers, 'accept-encoding': 'identity' } });
  const body = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200)
    throw new Error(`The API answers ${response.status} to ${path}: ${body.toString()}`);
  const kept = [...response.headers].filter(([name]) => !ownHeaders.has(name)).flat();
  return { path, headers: kept, body: body.toString('base64') };
}

function dataOf({ body }: StoredAnswer): unknown {
  const { result } = JSON.parse(Buffer.from(body, 'base64').toString()) as { result: { data: unknown } };
  return result.data;
}

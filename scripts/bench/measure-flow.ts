import { startChild } from './child.ts';
import { poolSize, type Stage } from './measure-read.ts';
import type { AloneOrder, FlowOrder, RunResult } from './processes/messages.ts';
import type { Result } from './report.ts';
import { measureRounds } from './rounds.ts';
import { expectRight } from './scenarios/expect.ts';
import type { FlowScenario } from './scenarios/scenario.ts';

/** What the people of a flow need to know of a stage. */
export function flowOrder(
  { name, isStaff }: FlowScenario,
  { api, world, cookie, databaseUrl }: Pick<Stage, 'api' | 'world' | 'cookie' | 'databaseUrl'>,
): Omit<FlowOrder, 'connections' | 'seconds'> {
  const { variantIds, categoryId, locationId } = world;
  return {
    url: api.url,
    databaseUrl,
    flow: name,
    cookie: isStaff ? cookie : '',
    variantIds,
    categoryId,
    locationId,
  };
}

/** Loads the API with shoppers or staff, in turn with the process that does the same with PostgreSQL alone, if there is one. */
export async function measureFlow(scenario: FlowScenario, stage: Stage): Promise<Result> {
  const people = startChild('flows');
  const alone = scenario.alone === undefined ? null : startChild(scenario.alone);
  const run = (seconds: number, connections = stage.connections) =>
    people.ask<RunResult>({ ...flowOrder(scenario, stage), connections, seconds } satisfies FlowOrder);
  try {
    const { count, errors, failure } = await run(0.1, 1);
    expectRight(count > 0 && errors === 0, `${scenario.name} fails: ${failure}`);
    const { databaseUrl, connections, world } = stage;
    const order = { databaseUrl, poolSize, connections, variantIds: world.variantIds };
    return await measureRounds(scenario.name, stage, {
      api: (seconds) => run(seconds),
      ...(alone && { pg: (seconds) => alone.ask<RunResult>({ ...order, seconds } satisfies AloneOrder) }),
    });
  } finally {
    people.stop();
    alone?.stop();
  }
}

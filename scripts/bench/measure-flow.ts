import { startChild } from './child.ts';
import type { Stage } from './measure-read.ts';
import type { FlowOrder, RunResult } from './processes/messages.ts';
import type { Result } from './report.ts';
import { measureRounds } from './rounds.ts';
import { expectRight } from './scenarios/expect.ts';
import type { FlowScenario } from './scenarios/scenario.ts';

/** What the people of a flow need to know of a stage. */
export function flowOrder(
  { name, isStaff }: FlowScenario,
  { api, world, cookie }: Pick<Stage, 'api' | 'world' | 'cookie'>,
): Omit<FlowOrder, 'connections' | 'seconds'> {
  const { variantIds, categoryId, locationId } = world;
  return { url: api.url, flow: name, cookie: isStaff ? cookie : '', variantIds, categoryId, locationId };
}

/** Loads the API with shoppers or staff. They write, so there is nothing to send twice to compare with. */
export async function measureFlow(scenario: FlowScenario, stage: Stage): Promise<Result> {
  const people = startChild('flows');
  const run = (seconds: number, connections = stage.connections) =>
    people.ask<RunResult>({ ...flowOrder(scenario, stage), connections, seconds } satisfies FlowOrder);
  try {
    const { count, errors, failure } = await run(0.1, 1);
    expectRight(count > 0 && errors === 0, `${scenario.name} fails: ${failure}`);
    return await measureRounds(scenario.name, stage, { api: (seconds) => run(seconds) });
  } finally {
    people.stop();
  }
}

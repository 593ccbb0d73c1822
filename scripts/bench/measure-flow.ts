import { startChild } from './child.ts';
import type { Stage } from './measure-read.ts';
import type { FlowOrder, RunResult } from './processes/messages.ts';
import type { Result } from './report.ts';
import { measureRounds } from './rounds.ts';
import { expectRight } from './scenarios/expect.ts';
import type { FlowScenario } from './scenarios/scenario.ts';

/** Loads the API with shoppers. They write, so there is nothing to send twice to compare with. */
export async function measureFlow({ name, flow }: FlowScenario, stage: Stage): Promise<Result> {
  const { api, world, connections } = stage;
  const shoppers = startChild('flows');
  const run = (seconds: number, count = connections) => {
    const order: FlowOrder = {
      url: api.url,
      flow,
      variantIds: world.variantIds,
      connections: count,
      seconds,
    };
    return shoppers.ask<RunResult>(order);
  };
  try {
    const { count, errors } = await run(0.1, 1);
    expectRight(count > 0 && errors === 0, `${flow} fails`);
    return await measureRounds(name, stage, { api: (seconds) => run(seconds) });
  } finally {
    shoppers.stop();
  }
}

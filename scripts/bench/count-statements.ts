import { startApi } from './api-process.ts';
import { startChild } from './child.ts';
import { flowOrder } from './measure-flow.ts';
import type { Stage } from './measure-read.ts';
import type { FlowOrder, RunResult } from './processes/messages.ts';
import { expectRight } from './scenarios/expect.ts';
import { pathOf } from './scenarios/reads.ts';
import type { ReadScenario, Scenario } from './scenarios/scenario.ts';
import { signIn } from './sign-in.ts';
import { openStatementCounter } from './statement-counter.ts';

type Setting = Pick<Stage, 'databaseUrl' | 'world'> & { readonly isCached: boolean };

const mostReads = 20;
const mostTries = 5;

/**
 * How many statements PostgreSQL does for one request or flow of a warm process, whoever sent them: sessions and
 * transactions count. A process that watches the database sends some of its own; the lowest of a few tries has none.
 */
export async function countStatements(
  folder: string,
  scenario: Scenario,
  { databaseUrl, world, isCached }: Setting,
): Promise<number> {
  const counter = await openStatementCounter(databaseUrl);
  const api = await startApi(folder, { databaseUrl: counter.url, isCached });
  try {
    const cookie = scenario.isStaff ? await signIn(api.url) : '';
    const repeat = scenario.kind === 'read' ? readAgain(scenario, { api, world, cookie }) : null;
    const people = scenario.kind === 'flow' ? startChild('flows') : null;
    const go = async (): Promise<number> => {
      if (scenario.kind !== 'flow' || people === null) return (await repeat?.()) ?? 0;
      const order = {
        ...flowOrder(scenario, { api, world, cookie, databaseUrl }),
        connections: 1,
        seconds: 0.001,
      };
      const { count, errors, failure } = await people.ask<RunResult>(order satisfies FlowOrder);
      expectRight(count > 0 && errors === 0, `${scenario.name} fails: ${failure}`);
      return count;
    };
    await go();
    const counts: number[] = [];
    for (let left = mostTries; left > 0; left -= 1) {
      const before = counter.count();
      const done = await go();
      counts.push((counter.count() - before) / done);
    }
    people?.stop();
    return Math.round(Math.min(...counts) * 10) / 10;
  } finally {
    await api.stop();
    counter.close();
  }
}

function readAgain(
  scenario: ReadScenario,
  { api, world, cookie }: Pick<Stage, 'api' | 'world' | 'cookie'>,
): () => Promise<number> {
  const reads = scenario.reads(world).slice(0, mostReads);
  return async () => {
    for (const read of reads) {
      const answer = await fetch(`${api.url}${pathOf(read)}`, { headers: cookie === '' ? {} : { cookie } });
      if (!answer.ok) throw new Error(`The API answers ${answer.status} to ${read.path}`);
      await answer.arrayBuffer();
    }
    return reads.length;
  };
}

import { cpuOf, cpuOfFamily } from './cpu.ts';
import type { Stage } from './measure-read.ts';
import type { RunResult } from './processes/messages.ts';
import type { Result } from './report.ts';

type Run = (seconds: number) => Promise<RunResult>;

export interface Runs {
  readonly api: Run;
  readonly bare?: Run;
  readonly pg?: Run;
}

const rounds = 2;
/** Long enough for the compilers of both to see what is hot. */
const warmUpSeconds = 2;

/** In turn, round by round, so that what else the machine does meets all alike. Half the time for what is compared with. */
export async function measureRounds(scenario: string, stage: Stage, runs: Runs): Promise<Result> {
  const { api, databasePid, world, seconds } = stage;
  for (const run of Object.values(runs)) await (run as Run)(warmUpSeconds);
  const measured: RunResult[] = [];
  const ratios = { bare: [] as number[], pg: [] as number[] };
  let cpuApi: number | null = 0;
  let cpuDb: number | null = 0;
  for (let turn = 0; turn < rounds; turn += 1) {
    const before = [cpuOf(api.pid), cpuOfFamily(databasePid)];
    const result = await runs.api(seconds / rounds);
    cpuApi = add(cpuApi, before[0], cpuOf(api.pid));
    cpuDb = add(cpuDb, before[1], cpuOfFamily(databasePid));
    measured.push(result);
    for (const name of ['bare', 'pg'] as const) {
      const other = await runs[name]?.(seconds / rounds / 2);
      if (other !== undefined) ratios[name].push(rateOf(result) / rateOf(other));
    }
  }
  const count = measured.reduce((sum, result) => sum + result.count, 0);
  return {
    scenario,
    products: world.products,
    rps: round(count / measured.reduce((sum, result) => sum + result.seconds, 0), 1),
    p50Ms: measured.at(-1)?.p50Ms ?? 0,
    p99Ms: measured.at(-1)?.p99Ms ?? 0,
    errors: measured.reduce((sum, result) => sum + result.errors, 0),
    cpuMsApi: cpuApi && round(cpuApi / count, 4),
    cpuMsDb: cpuDb && round(cpuDb / count, 4),
    ratioToBareHttp: mean(ratios.bare),
    ratioToPg: mean(ratios.pg),
  };
}

function rateOf({ count, seconds }: RunResult): number {
  return count / seconds;
}

function add(sum: number | null, before: number | null | undefined, after: number | null): number | null {
  return sum === null || before === null || before === undefined || after === null
    ? null
    : sum + after - before;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : round(values.reduce((sum, value) => sum + value, 0) / values.length, 3);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

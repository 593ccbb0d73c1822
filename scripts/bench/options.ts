import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Undefined: all. */
  readonly scenario: string | undefined;
  readonly seconds: number;
  /** Undefined: what each scenario likes. */
  readonly connections: number | undefined;
  readonly json: string | undefined;
  readonly products: readonly number[];
  /** Orders besides the two thousand that there always are. */
  readonly orders: number;
}

const sizes = [1000, 100_000];
const secondsPerScenario = 5;

/** @throws an error with one sentence for an option that is not known or no number */
export function readOptions(argv: string[]): BenchOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: argv,
    options: { scenario: text, seconds: text, connections: text, json: text, products: text, orders: text },
  });
  return {
    scenario: values.scenario,
    seconds: readNumber('seconds', values.seconds) ?? secondsPerScenario,
    connections: readNumber('connections', values.connections),
    json: values.json,
    orders: readNumber('orders', values.orders) ?? 0,
    products: values.products === undefined ? sizes : [readNumber('products', values.products) ?? 0],
  };
}

function readNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new Error(`--${name} takes a whole number above 0, not "${text}".`);
}

import { parseArgs } from 'node:util';

export interface CheckArguments {
  /** Undefined: the database of the shop. */
  readonly url: string | undefined;
  readonly samples: number;
  readonly timeoutSeconds: number;
  readonly isJson: boolean;
}

export const CHECK_HELP = `npm run check:invariants                        asks the shop's database (DATABASE_URL, or the embedded one)
npm run check:invariants -- --url <address>     asks another one, as a replica
npm run check:invariants -- --samples 20        shows up to 20 ids of each violation, 5 unless told
npm run check:invariants -- --timeout 600       seconds that one question may take, 120 unless told
npm run check:invariants -- --json              answers one JSON document`;

/** @throws an error with one sentence for an option that is not known or no number */
export function readArguments(argv: string[]): CheckArguments | 'help' {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: argv,
    options: { url: text, samples: text, timeout: text, json: flag, help: { ...flag, short: 'h' } },
  });
  if (values.help) return 'help';
  return {
    url: values.url,
    samples: readNumber('samples', values.samples ?? '5'),
    timeoutSeconds: readNumber('timeout', values.timeout ?? '120'),
    isJson: values.json,
  };
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`--${name} takes a whole number, not "${text}".`);
}

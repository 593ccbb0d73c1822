import { parseArgs } from 'node:util';
import { runSteps } from './run-steps.ts';
import { STEPS } from './steps.ts';

/** `npm test`: every check and every test. `--only unit,e2e` runs some of them. */
export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { only: { type: 'string' } } });
  const wanted = values.only?.split(',').map((name) => name.trim());
  const unknown = wanted?.filter((name) => !STEPS.some((step) => step.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(
      `No step is called ${unknown.join(' or ')}; there are ${STEPS.map((step) => step.name).join(', ')}.`,
    );
    return 1;
  }
  return runSteps(STEPS.filter((step) => wanted === undefined || wanted.includes(step.name)));
}

import { runSteps } from './run-steps.ts';
import { FAST_STEPS, STEPS } from './steps.ts';

/** `npm run verify`: what needs no database, build or browser, for people at work. */
export function main(): Promise<number> {
  return runSteps(STEPS.filter((step) => FAST_STEPS.includes(step.name)));
}

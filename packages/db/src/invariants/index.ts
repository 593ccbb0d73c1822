export { checkInvariants, type Finding, findViolationsOf, invariants } from './check.ts';
export type { Invariant } from './invariant.ts';

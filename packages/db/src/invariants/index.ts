export { checkInvariants, type Finding, findViolationsOf, invariants } from './check.ts';

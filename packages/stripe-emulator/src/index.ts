export { createStripeEmulator, type StripeEmulator, type StripeEmulatorOptions } from './emulator.ts';
export type { Configuration, Fault, FaultKind } from './faults.ts';
export { testCards, type TestCard } from './cards.ts';

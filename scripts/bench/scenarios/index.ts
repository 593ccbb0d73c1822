import { readScenarios } from './reads.ts';
import type { FlowScenario, Scenario } from './scenario.ts';

const flows: readonly FlowScenario[] = [
  { kind: 'flow', name: 'new-cart-line', flow: 'new-cart-line', connections: 8 },
  { kind: 'flow', name: 'checkout', flow: 'checkout', connections: 8 },
];

export const scenarios: readonly Scenario[] = [...readScenarios, ...flows];

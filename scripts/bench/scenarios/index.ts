import { readScenarios } from './reads.ts';
import type { FlowScenario, Scenario } from './scenario.ts';

const flows: readonly FlowScenario[] = [
  { kind: 'flow', name: 'new-cart-line', isStaff: false, connections: 8 },
  { kind: 'flow', name: 'checkout', isStaff: false, connections: 8 },
  { kind: 'flow', name: 'place-order', isStaff: false, connections: 8, alone: 'place-alone' },
  { kind: 'flow', name: 'generate-variants', isStaff: true, connections: 2 },
  { kind: 'flow', name: 'edit-prices', isStaff: true, connections: 2 },
  { kind: 'flow', name: 'receive-stock', isStaff: true, connections: 2 },
];

export const scenarios: readonly Scenario[] = [...readScenarios, ...flows];

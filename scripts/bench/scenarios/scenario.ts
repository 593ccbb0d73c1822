import type { FlowName } from '../processes/messages.ts';
import type { World } from './world.ts';

/** One call of a query: what a browser asks and what the router is asked. */
export interface Read {
  readonly path: string;
  readonly input: object;
}

interface Common {
  readonly name: string;
  readonly connections: number;
}

/** Queries that are asked in turn. */
export interface ReadScenario extends Common {
  readonly kind: 'read';
  readonly isCached: boolean;
  readonly isStaff: boolean;
  readonly reads: (world: World) => readonly Read[];
  /** Fails when what the API answers is wrong; run once, before the load. */
  readonly check: (answers: readonly unknown[], world: World) => void;
}

/** Steps of a shopper or of staff, counted as one. */
export interface FlowScenario extends Common {
  readonly kind: 'flow';
  readonly name: FlowName;
  /** The process that does the same with PostgreSQL alone. */
  readonly alone?: 'place-alone';
  readonly isStaff: boolean;
}

export type Scenario = ReadScenario | FlowScenario;

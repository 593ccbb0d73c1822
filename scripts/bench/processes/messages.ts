/** What the processes of the bench are told and tell. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

export interface LoadOrder {
  readonly url: string;
  readonly requests: readonly HttpRequest[];
  readonly connections: number;
  readonly seconds: number;
}

export type FlowName =
  | 'new-cart-line'
  | 'checkout'
  | 'place-order'
  | 'generate-variants'
  | 'edit-prices'
  | 'receive-stock';

export interface FlowOrder {
  readonly url: string;
  readonly flow: FlowName;
  readonly databaseUrl: string;
  /** Of a member of staff; empty for a shopper. */
  readonly cookie: string;
  readonly categoryId: string;
  readonly locationId: string;
  readonly variantIds: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

export interface PgOrder {
  readonly databaseUrl: string;
  readonly poolSize: number;
  /** The statements of each request. */
  readonly requests: readonly (readonly RecordedStatement[])[];
  readonly connections: number;
  readonly seconds: number;
}

export interface AloneOrder {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly connections: number;
  readonly seconds: number;
  readonly variantIds: readonly string[];
}

export interface RecordedStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface StoredAnswer {
  readonly path: string;
  readonly headers: readonly string[];
  /** Base64. */
  readonly body: string;
}

/** Times are of all runs of the process so far. */
export interface RunResult {
  readonly count: number;
  readonly seconds: number;
  readonly errors: number;
  /** Of the last error. */
  readonly failure?: string;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

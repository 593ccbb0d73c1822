import { StripeError } from './errors.ts';

export const faultKinds = ['rate-limit', 'server-error', 'reset', 'timeout-after-success'] as const;
/** `reset` drops the connection before the work, `timeout-after-success` after it. */
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  /** Only a request with this method; by default POST. */
  method?: string;
  /** Only a request whose path starts so; by default any. */
  path?: string;
}

export interface Configuration {
  /** Each is used up by the first API request it fits, in order. */
  faults: Fault[];
  duplicateWebhooks: boolean;
  webhookDelayMs: number;
  /** How long every API request takes before it is worked on. */
  latencyMs: number;
}

export function createConfiguration(): Configuration {
  return { faults: [], duplicateWebhooks: false, webhookDelayMs: 0, latencyMs: 0 };
}

export function takeFault(configuration: Configuration, method: string, path: string): FaultKind | undefined {
  const index = configuration.faults.findIndex(
    (fault) => (fault.method ?? 'POST') === method && path.startsWith(fault.path ?? '/'),
  );
  return index === -1 ? undefined : configuration.faults.splice(index, 1)[0]?.kind;
}

export function throwFault(fault: FaultKind | undefined): void {
  if (fault === 'rate-limit') throw injected(429, 'invalid_request_error', 'rate_limit');
  if (fault === 'server-error') throw injected(500, 'api_error');
}

function injected(status: number, type: 'api_error' | 'invalid_request_error', code?: string): StripeError {
  const body = { type, message: 'Failure injected by the emulator.', ...(code && { code }) };
  return new StripeError(status, body, { replayable: false });
}

import { createRequire } from 'node:module';
import type * as NewRelic from 'newrelic';
import { proceduresOf } from './request-log.ts';

export interface Monitoring {
  /** Groups the current request with others of its kind. */
  readonly nameRequest: (method: string, path: string) => void;
}

/** New Relic, which `node -r newrelic` has started before us; nothing when it is not switched on. */
export function openMonitoring(isOn: boolean): Monitoring {
  if (!isOn) return { nameRequest: () => {} };
  const agent = createRequire(import.meta.url)('newrelic') as typeof NewRelic;
  return { nameRequest: (method, path) => agent.setTransactionName(transactionName(method, path)) };
}

/** A batch is named after its first procedure and its size: names have to stay few. */
export function transactionName(method: string, path: string): string {
  const procedures = proceduresOf(path);
  if (procedures === null) return `${method} /${path.split('/')[1] ?? ''}`;
  const [first = 'unknown'] = procedures;
  return procedures.length === 1 ? `trpc/${first}` : `trpc/${first}+${procedures.length - 1}`;
}

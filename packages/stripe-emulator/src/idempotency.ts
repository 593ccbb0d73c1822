import { StripeError } from './errors.ts';
import type { State, StoredReply } from './state.ts';

export interface IdempotentCall {
  /** API key and idempotency key together. */
  key: string;
  fingerprint: string;
  requestId: string;
}

/**
 * Takes the key for this call, or returns the finished reply to replay.
 * @throws idempotency_error when the key came with other parameters (400) or is in use right now (409)
 */
export function claim(state: State, call: IdempotentCall): StoredReply | undefined {
  const stored = state.replies.get(call.key);
  if (!stored) {
    state.replies.set(call.key, { fingerprint: call.fingerprint, requestId: call.requestId });
    return undefined;
  }
  if (stored.fingerprint !== call.fingerprint) throw otherParameters();
  if (!stored.result) throw inUse();
  return stored;
}

export function settle(state: State, key: string, result: StoredReply['result']): void {
  const stored = state.replies.get(key);
  if (stored) stored.result = result;
}

export function release(state: State, key: string): void {
  state.replies.delete(key);
}

function otherParameters(): StripeError {
  const message =
    'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
    'Try using another key if you meant to execute a different request.';
  return new StripeError(400, { type: 'idempotency_error', message });
}

function inUse(): StripeError {
  const message =
    'There is currently another in-progress request using this idempotent key ' +
    '(that probably means you submitted twice, and the other request is still going through).';
  return new StripeError(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message });
}

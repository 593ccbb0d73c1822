import { ShopError } from './errors.ts';
import { addMinor, assertMinor } from './money.ts';

/** What is left of a payment to give back, in minor units: captured, less everything asked back already. */
export interface RefundSource {
  readonly id: string;
  readonly leftMinor: number;
}

/** What one payment gives of a refund, in minor units. */
export interface RefundShare {
  readonly id: string;
  readonly amountMinor: number;
}

/**
 * Takes an amount from payments in the order they are given, each as far as it goes: never more than is left, and the
 * shares sum to the amount exactly.
 * @throws REFUND_EXCEEDS_CAPTURE with `leftMinor` when all of them together have too little; INPUT_INVALID below one
 */
export function shareRefund(amountMinor: number, sources: readonly RefundSource[]): RefundShare[] {
  if (assertMinor(amountMinor) < 1) throw new ShopError('INPUT_INVALID', { amountMinor });
  const leftMinor = addMinor(...sources.map((source) => Math.max(0, source.leftMinor)));
  if (amountMinor > leftMinor) throw new ShopError('REFUND_EXCEEDS_CAPTURE', { amountMinor, leftMinor });
  let open = amountMinor;
  return sources.flatMap(({ id, leftMinor: left }) => {
    const share = Math.min(open, Math.max(0, left));
    open -= share;
    return share === 0 ? [] : [{ id, amountMinor: share }];
  });
}

import type { RouterInputs } from '@turing/client';
import type { AdjustmentReason, Level } from './stock.ts';

export interface AdjustValues {
  mode: 'change' | 'set';
  units: number | string;
  reason: AdjustmentReason;
  note: string;
}

type AdjustInput = RouterInputs['products']['staff']['stock']['adjust'];
type WithoutKey<Input> = Input extends unknown ? Omit<Input, 'idempotencyKey'> : never;

export const startValues: AdjustValues = { mode: 'change', units: '', reason: 'received', note: '' };

/** What would lie there; null while nothing is to be changed. */
export function unitsAfter({ onHand }: Pick<Level, 'onHand'>, { mode, units }: AdjustValues): number | null {
  if (typeof units !== 'number' || !Number.isSafeInteger(units)) return null;
  const after = mode === 'change' ? onHand + units : units;
  return after === onHand || after < 0 ? null : after;
}

/** What to send; null while nothing is to be changed. Setting says what was seen, so that no other count is lost. */
export function toAdjustInput(level: Level, values: AdjustValues): WithoutKey<AdjustInput> | null {
  const after = unitsAfter(level, values);
  if (after === null) return null;
  const { variantId, locationId, onHand } = level;
  const because = { reason: values.reason, note: values.note.trim() === '' ? null : values.note.trim() };
  if (values.mode === 'change') return { variantId, locationId, change: after - onHand, ...because };
  return { variantId, locationId, setTo: after, expectedOnHand: onHand, ...because };
}

import { type ReturnReason, returnReasons, type ReturnResolution, returnResolutions } from '@turing/domain';
import { readText, readWhole } from '../../lib/form-data.ts';

export interface ReturnValues {
  readonly lines: {
    readonly orderLineId: string;
    readonly quantity: number;
    readonly reason: ReturnReason;
    readonly comment: string | null;
  }[];
  readonly resolution: ReturnResolution;
}

/** What is sent back, of a form with `line`, and `quantity:`, `reason:` and `comment:` of each line. */
export function readReturn(data: FormData): ReturnValues {
  const ids = data.getAll('line').filter((id) => typeof id === 'string');
  const lines = ids
    .map((orderLineId) => ({
      orderLineId,
      quantity: readWhole(data, `quantity:${orderLineId}`, { min: 0, max: 100_000, fallback: 0 }),
      reason: returnReasons.find((each) => each === readText(data, `reason:${orderLineId}`)) ?? 'other',
      comment: readText(data, `comment:${orderLineId}`) || null,
    }))
    .filter(({ quantity }) => quantity > 0);
  const resolution = returnResolutions.find((each) => each === readText(data, 'resolution')) ?? 'refund';
  return { lines, resolution };
}

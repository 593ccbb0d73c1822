import { z } from 'zod';
import type { RouterInputs } from '@turing/client';
import { trackingUrlOf } from './carriers.ts';
import { remaining } from './order-actions.ts';
import type { StaffOrder } from './order.ts';

export interface ShipFormValues {
  carrier: string;
  trackingNumber: string;
  quantities: Record<string, number>;
}

/** A parcel holds something, and of no line more than is left. */
export function shipFormSchema(order: Pick<StaffOrder, 'lines'>) {
  const left = new Map(order.lines.map((line) => [line.id, remaining(line)]));
  return z.object({
    carrier: z.string().trim().min(1, 'Choose or type a carrier').max(60, 'At most 60 characters'),
    trackingNumber: z.string().trim().max(80, 'At most 80 characters'),
    quantities: z
      .record(z.string(), z.number('Enter a quantity').int().min(0))
      .refine(
        (quantities) => Object.values(quantities).some((quantity) => quantity > 0),
        'Ship at least one item',
      )
      .refine(
        (quantities) => Object.entries(quantities).every(([id, quantity]) => quantity <= (left.get(id) ?? 0)),
        'More than is left of a product',
      ),
  });
}

export function initialShipValues(order: Pick<StaffOrder, 'lines'>): ShipFormValues {
  const open = order.lines.filter((line) => remaining(line) > 0);
  return {
    carrier: '',
    trackingNumber: '',
    quantities: Object.fromEntries(open.map((line) => [line.id, remaining(line)])),
  };
}

export function toShipInput(
  order: Pick<StaffOrder, 'id' | 'version'>,
  values: ShipFormValues,
): Omit<RouterInputs['orders']['staff']['ship'], 'idempotencyKey'> {
  const carrier = values.carrier.trim();
  const trackingNumber = values.trackingNumber.trim() || null;
  return {
    id: order.id,
    version: order.version,
    carrier,
    trackingNumber,
    trackingUrl: trackingUrlOf(carrier, trackingNumber),
    lines: Object.entries(values.quantities)
      .map(([orderLineId, quantity]) => ({ orderLineId, quantity }))
      .filter(({ quantity }) => quantity > 0),
  };
}

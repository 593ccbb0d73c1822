import { z } from 'zod';
import { idempotencyKeySchema, idSchema } from '../../schemas.ts';

const parcel = {
  /** Of the order. */
  id: idSchema,
  version: z.number().int(),
  shipmentId: idSchema,
  idempotencyKey: idempotencyKeySchema,
};

export const deliverShipmentInput = z.object(parcel);
export const voidShipmentInput = z.object(parcel);
export const editTrackingInput = z.object({
  ...parcel,
  carrier: z.string().trim().min(1).max(60),
  trackingNumber: z.string().trim().max(80).nullable(),
  trackingUrl: z
    .url({ protocol: /^https?$/u })
    .max(500)
    .nullable(),
});

export type DeliverShipmentInput = z.infer<typeof deliverShipmentInput>;
export type VoidShipmentInput = z.infer<typeof voidShipmentInput>;
export type EditTrackingInput = z.infer<typeof editTrackingInput>;

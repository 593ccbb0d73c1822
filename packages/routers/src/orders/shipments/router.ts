import { router, staffProcedure } from '../../trpc.ts';
import { staffOrderSchema } from '../order-schemas.ts';
import { deliverShipment } from './deliver-shipment.ts';
import { editTracking } from './edit-tracking.ts';
import { deliverShipmentInput, editTrackingInput, voidShipmentInput } from './schemas.ts';
import { voidShipment } from './void-shipment.ts';

const ship = staffProcedure('orders:ship');

export const shipmentsRouter = router({
  deliver: ship
    .input(deliverShipmentInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => deliverShipment(ctx, input)),
  editTracking: ship
    .input(editTrackingInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => editTracking(ctx, input)),
  void: ship
    .input(voidShipmentInput)
    .output(staffOrderSchema)
    .mutation(({ ctx, input }) => voidShipment(ctx, input)),
});

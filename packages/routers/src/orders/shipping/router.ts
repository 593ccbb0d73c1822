import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import {
  createMethodInput,
  createZoneInput,
  deleteInput,
  triedAddressSchema,
  tryAddressInput,
  updateMethodInput,
  updateZoneInput,
  zoneSchema,
} from './schemas.ts';
import { tryAddress } from './try-address.ts';
import { createMethod, deleteMethod, updateMethod } from './write-method.ts';
import { createZone, deleteZone, updateZone } from './write-zone.ts';
import { listZones } from './zone-store.ts';

const read = staffProcedure('orders:read');
const write = staffProcedure('settings:write');

export const shippingRouter = router({
  zones: read.output(z.array(zoneSchema)).query(({ ctx }) => listZones(ctx.db.reader)),
  /** What a buyer at an address would be offered and taxed. */
  tryAddress: read
    .input(tryAddressInput)
    .output(triedAddressSchema)
    .query(({ ctx, input }) => tryAddress(ctx, input)),
  createZone: write
    .input(createZoneInput)
    .output(idSchema)
    .mutation(({ ctx, input }) => createZone(ctx, input)),
  updateZone: write
    .input(updateZoneInput)
    .output(z.null())
    .mutation(({ ctx, input }) => updateZone(ctx, input)),
  deleteZone: write
    .input(deleteInput)
    .output(z.null())
    .mutation(({ ctx, input }) => deleteZone(ctx, input)),
  createMethod: write
    .input(createMethodInput)
    .output(idSchema)
    .mutation(({ ctx, input }) => createMethod(ctx, input)),
  updateMethod: write
    .input(updateMethodInput)
    .output(z.null())
    .mutation(({ ctx, input }) => updateMethod(ctx, input)),
  deleteMethod: write
    .input(deleteInput)
    .output(z.null())
    .mutation(({ ctx, input }) => deleteMethod(ctx, input)),
});

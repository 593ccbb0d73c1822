import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import { adjustMany } from './adjust-many.ts';
import { adjustStock } from './adjust-stock.ts';
import { createLocation } from './create-location.ts';
import { listLevels } from './level-store.ts';
import { listLocations } from './location-store.ts';
import { countLow, listLow } from './low-store.ts';
import { listMovements } from './movement-store.ts';
import { releaseReservation } from './release-reservation.ts';
import { reorderLocations } from './reorder-locations.ts';
import { listReservations } from './reservation-store.ts';
import { reserveStock } from './reserve-stock.ts';
import {
  adjustManyInput,
  adjustManyResultSchema,
  adjustStockInput,
  createLocationInput,
  levelFiguresSchema,
  levelPageSchema,
  listLevelsInput,
  listLowInput,
  listMovementsInput,
  listReservationsInput,
  locationSchema,
  lowPageSchema,
  movementPageSchema,
  releaseReservationInput,
  reorderLocationsInput,
  reservationPageSchema,
  reserveStockInput,
  setPolicyInput,
  setThresholdInput,
  stockCheckSchema,
  thresholdSchema,
  transferResultSchema,
  transferStockInput,
  updateLocationInput,
} from './schemas.ts';
import { setPolicy } from './set-policy.ts';
import { setThreshold } from './set-threshold.ts';
import { transferStock } from './transfer-stock.ts';
import { updateLocation } from './update-location.ts';
import { verifyStock } from './verify-store.ts';

const locations = router({
  list: staffProcedure('products:read')
    .output(z.array(locationSchema))
    .query(({ ctx }) => listLocations(ctx.db)),

  create: staffProcedure('stock:write')
    .input(createLocationInput)
    .output(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => createLocation(ctx, input)),

  update: staffProcedure('stock:write')
    .input(updateLocationInput)
    .output(z.object({ id: idSchema, version: z.number().int() }))
    .mutation(({ ctx, input }) => updateLocation(ctx, input)),

  reorder: staffProcedure('stock:write')
    .input(reorderLocationsInput)
    .output(z.object({ ids: z.array(idSchema) }))
    .mutation(({ ctx, input }) => reorderLocations(ctx, input)),
});

export const stockRouter = router({
  locations,

  levels: staffProcedure('products:read')
    .input(listLevelsInput)
    .output(levelPageSchema)
    .query(({ ctx, input }) => listLevels(ctx.db, input)),

  low: staffProcedure('products:read')
    .input(listLowInput)
    .output(lowPageSchema)
    .query(({ ctx, input }) => listLow(ctx.db, input)),

  lowCount: staffProcedure('products:read')
    .output(z.number().int())
    .query(({ ctx }) => countLow(ctx.db)),

  movements: staffProcedure('products:read')
    .input(listMovementsInput)
    .output(movementPageSchema)
    .query(({ ctx, input }) => listMovements(ctx.db, input)),

  reservations: staffProcedure('products:read')
    .input(listReservationsInput)
    .output(reservationPageSchema)
    .query(({ ctx, input }) => listReservations(ctx.db, input)),

  /** Whether levels, ledger and promises agree. */
  verify: staffProcedure('products:read')
    .output(stockCheckSchema)
    .query(({ ctx }) => verifyStock(ctx.db)),

  adjust: staffProcedure('stock:write')
    .input(adjustStockInput)
    .output(levelFiguresSchema)
    .mutation(({ ctx, input }) => adjustStock(ctx, input)),

  adjustMany: staffProcedure('stock:write')
    .input(adjustManyInput)
    .output(adjustManyResultSchema)
    .mutation(({ ctx, input }) => adjustMany(ctx, input)),

  transfer: staffProcedure('stock:write')
    .input(transferStockInput)
    .output(transferResultSchema)
    .mutation(({ ctx, input }) => transferStock(ctx, input)),

  setPolicy: staffProcedure('stock:write')
    .input(setPolicyInput)
    .output(levelFiguresSchema)
    .mutation(({ ctx, input }) => setPolicy(ctx, input)),

  setThreshold: staffProcedure('stock:write')
    .input(setThresholdInput)
    .output(thresholdSchema)
    .mutation(({ ctx, input }) => setThreshold(ctx, input)),

  reserve: staffProcedure('stock:write')
    .input(reserveStockInput)
    .output(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => reserveStock(ctx, input)),

  release: staffProcedure('stock:write')
    .input(releaseReservationInput)
    .output(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => releaseReservation(ctx, input)),
});

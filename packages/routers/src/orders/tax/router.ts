import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import { getTaxSettings } from './get-tax-settings.ts';
import {
  adoptedSchema,
  adoptInput,
  createRateInput,
  deleteRateInput,
  setRegistrationInput,
  taxSettingsSchema,
  updateRateInput,
} from './schemas.ts';
import { adoptMaintained, createRate, deleteRate, setRegistration, updateRate } from './write-tax.ts';

const write = staffProcedure('settings:write');

export const taxRouter = router({
  get: staffProcedure('orders:read')
    .output(taxSettingsSchema)
    .query(({ ctx }) => getTaxSettings(ctx)),
  setRegistration: write
    .input(setRegistrationInput)
    .output(z.null())
    .mutation(({ ctx, input }) => setRegistration(ctx, input)),
  createRate: write
    .input(createRateInput)
    .output(idSchema)
    .mutation(({ ctx, input }) => createRate(ctx, input)),
  updateRate: write
    .input(updateRateInput)
    .output(z.null())
    .mutation(({ ctx, input }) => updateRate(ctx, input)),
  deleteRate: write
    .input(deleteRateInput)
    .output(z.null())
    .mutation(({ ctx, input }) => deleteRate(ctx, input)),
  /** Rates that the table delivered with the shop has and the shop has not. */
  adoptMaintained: write
    .input(adoptInput)
    .output(adoptedSchema)
    .mutation(({ ctx, input }) => adoptMaintained(ctx, input)),
});

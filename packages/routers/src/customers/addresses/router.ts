import { z } from 'zod';
import { customerProcedure, router } from '../../trpc.ts';
import { listAddresses } from './address-store.ts';
import { addAddress, changeAddress, removeAddress } from './change-addresses.ts';
import { createAddressInput, removeAddressInput, savedAddressSchema, updateAddressInput } from './schemas.ts';

export const addressesRouter = router({
  list: customerProcedure
    .output(z.array(savedAddressSchema))
    .query(({ ctx }) => listAddresses(ctx.db.reader, ctx.customer.id)),
  create: customerProcedure
    .input(createAddressInput)
    .output(savedAddressSchema)
    .mutation(({ ctx, input }) => addAddress(ctx, input)),
  update: customerProcedure
    .input(updateAddressInput)
    .output(savedAddressSchema)
    .mutation(({ ctx, input }) => changeAddress(ctx, input)),
  delete: customerProcedure
    .input(removeAddressInput)
    .output(z.null())
    .mutation(({ ctx, input }) => removeAddress(ctx, input)),
});

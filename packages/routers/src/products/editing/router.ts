import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { staffProcedure } from '../../trpc.ts';
import { getStaffProduct } from './get-staff-product.ts';
import { findProductChoices } from './read-store.ts';
import { productChoicesSchema, staffProductSchema } from './schemas.ts';

/** What staff do with products and their variants. */
export const editingProcedures = {
  get: staffProcedure('products:read')
    .input(z.object({ id: idSchema }))
    .output(staffProductSchema)
    .query(({ ctx, input }) => getStaffProduct(ctx, input.id)),

  /** Categories, attributes, brands and tags to choose from. */
  choices: staffProcedure('products:read')
    .output(productChoicesSchema)
    .query(({ ctx }) => findProductChoices(ctx.db)),
};

import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import { editSchema, reorderSchema } from '../categories/schemas.ts';
import { addValue } from './add-value.ts';
import { createAttribute } from './create-attribute.ts';
import { deleteAttribute } from './delete-attribute.ts';
import { deleteValue } from './delete-value.ts';
import { mergeValues } from './merge-values.ts';
import { renameValue } from './rename-value.ts';
import { reorderAttributes } from './reorder-attributes.ts';
import { reorderValues } from './reorder-values.ts';
import {
  addValueInput,
  createAttributeInput,
  deleteValueInput,
  mergeValuesInput,
  renameValueInput,
  reorderValuesInput,
  staffAttributeSchema,
  updateAttributeInput,
} from './schemas.ts';
import { listStaffAttributes } from './staff-attributes-store.ts';
import { updateAttribute } from './update-attribute.ts';

export const staffAttributesRouter = router({
  /** All of them, in the order shoppers see them. */
  list: staffProcedure('products:read')
    .output(z.array(staffAttributeSchema))
    .query(({ ctx }) => listStaffAttributes(ctx.db)),
  create: staffProcedure('products:write')
    .input(createAttributeInput)
    .output(staffAttributeSchema)
    .mutation(({ ctx, input }) => createAttribute(ctx, input)),
  update: staffProcedure('products:write')
    .input(updateAttributeInput)
    .output(staffAttributeSchema)
    .mutation(({ ctx, input }) => updateAttribute(ctx, input)),
  reorder: staffProcedure('products:write')
    .input(reorderSchema)
    .output(z.array(idSchema))
    .mutation(({ ctx, input }) => reorderAttributes(ctx, input)),
  delete: staffProcedure('products:write')
    .input(editSchema)
    .output(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => deleteAttribute(ctx, input)),
  addValue: staffProcedure('products:write')
    .input(addValueInput)
    .output(staffAttributeSchema)
    .mutation(({ ctx, input }) => addValue(ctx, input)),
  renameValue: staffProcedure('products:write')
    .input(renameValueInput)
    .output(staffAttributeSchema)
    .mutation(({ ctx, input }) => renameValue(ctx, input)),
  reorderValues: staffProcedure('products:write')
    .input(reorderValuesInput)
    .output(staffAttributeSchema)
    .mutation(({ ctx, input }) => reorderValues(ctx, input)),
  mergeValues: staffProcedure('products:write')
    .input(mergeValuesInput)
    .output(staffAttributeSchema)
    .mutation(({ ctx, input }) => mergeValues(ctx, input)),
  deleteValue: staffProcedure('products:write')
    .input(deleteValueInput)
    .output(staffAttributeSchema)
    .mutation(({ ctx, input }) => deleteValue(ctx, input)),
});

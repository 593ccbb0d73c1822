import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import { createCategory } from './create-category.ts';
import { deleteCategory } from './delete-category.ts';
import { moveCategory } from './move-category.ts';
import { reorderCategories } from './reorder-categories.ts';
import {
  createCategoryInput,
  editSchema,
  moveCategoryInput,
  reorderSchema,
  staffCategorySchema,
  updateCategoryInput,
} from './schemas.ts';
import { listStaffCategories } from './staff-tree-store.ts';
import { updateCategory } from './update-category.ts';

export const staffCategoriesRouter = router({
  /** The whole tree, parents before children, siblings in order. */
  list: staffProcedure('products:read')
    .output(z.array(staffCategorySchema))
    .query(({ ctx }) => listStaffCategories(ctx.db)),
  create: staffProcedure('products:write')
    .input(createCategoryInput)
    .output(staffCategorySchema)
    .mutation(({ ctx, input }) => createCategory(ctx, input)),
  update: staffProcedure('products:write')
    .input(updateCategoryInput)
    .output(staffCategorySchema)
    .mutation(({ ctx, input }) => updateCategory(ctx, input)),
  move: staffProcedure('products:write')
    .input(moveCategoryInput)
    .output(staffCategorySchema)
    .mutation(({ ctx, input }) => moveCategory(ctx, input)),
  reorder: staffProcedure('products:write')
    .input(reorderSchema)
    .output(z.array(idSchema))
    .mutation(({ ctx, input }) => reorderCategories(ctx, input)),
  delete: staffProcedure('products:write')
    .input(editSchema)
    .output(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => deleteCategory(ctx, input)),
});

import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { publicProcedure, router, staffProcedure } from '../../trpc.ts';
import { editSchema } from '../categories/schemas.ts';
import { addProducts } from './add-products.ts';
import { createCollection } from './create-collection.ts';
import { deleteCollection } from './delete-collection.ts';
import { listMembers, previewRules } from './members-store.ts';
import { moveCollection } from './move-collection.ts';
import { moveProducts } from './move-products.ts';
import { getCollection, listCollections } from './public-collections-store.ts';
import { removeProducts } from './remove-products.ts';
import {
  changeMembersInput,
  collectionPageSchema,
  collectionSchema,
  createCollectionInput,
  listCollectionsInput,
  listMembersInput,
  listStaffCollectionsInput,
  memberPageSchema,
  moveCollectionInput,
  moveMembersInput,
  previewInput,
  previewSchema,
  setPublishedInput,
  staffCollectionPageSchema,
  staffCollectionSchema,
  updateCollectionInput,
} from './schemas.ts';
import { setPublished } from './set-published.ts';
import { getStaffCollection, listStaffCollections } from './staff-collections-store.ts';
import { updateCollection } from './update-collection.ts';

export const collectionsRouter = router({
  list: publicProcedure
    .meta({ access: 'public', cache: 'lists' })
    .input(listCollectionsInput)
    .output(collectionPageSchema)
    .query(({ ctx, input }) => listCollections(ctx.db, input)),
  get: publicProcedure
    .meta({ access: 'public', cache: 'lists' })
    .input(z.object({ slug: z.string().max(200) }))
    .output(collectionSchema)
    .query(({ ctx, input }) => getCollection(ctx.db, input.slug)),
});

export const staffCollectionsRouter = router({
  list: staffProcedure('products:read')
    .input(listStaffCollectionsInput)
    .output(staffCollectionPageSchema)
    .query(({ ctx, input }) => listStaffCollections(ctx.db, input)),
  get: staffProcedure('products:read')
    .input(z.object({ id: idSchema }))
    .output(staffCollectionSchema)
    .query(({ ctx, input }) => getStaffCollection(ctx.db, input.id)),
  members: staffProcedure('products:read')
    .input(listMembersInput)
    .output(memberPageSchema)
    .query(({ ctx, input }) => listMembers(ctx.db, input)),
  preview: staffProcedure('products:read')
    .input(previewInput)
    .output(previewSchema)
    .query(({ ctx, input }) => previewRules(ctx.db, input)),
  create: staffProcedure('products:write')
    .input(createCollectionInput)
    .output(staffCollectionSchema)
    .mutation(({ ctx, input }) => createCollection(ctx, input)),
  update: staffProcedure('products:write')
    .input(updateCollectionInput)
    .output(staffCollectionSchema)
    .mutation(({ ctx, input }) => updateCollection(ctx, input)),
  setPublished: staffProcedure('products:write')
    .input(setPublishedInput)
    .output(staffCollectionSchema)
    .mutation(({ ctx, input }) => setPublished(ctx, input)),
  move: staffProcedure('products:write')
    .input(moveCollectionInput)
    .output(staffCollectionSchema)
    .mutation(({ ctx, input }) => moveCollection(ctx, input)),
  addProducts: staffProcedure('products:write')
    .input(changeMembersInput)
    .output(staffCollectionSchema)
    .mutation(({ ctx, input }) => addProducts(ctx, input)),
  removeProducts: staffProcedure('products:write')
    .input(changeMembersInput)
    .output(staffCollectionSchema)
    .mutation(({ ctx, input }) => removeProducts(ctx, input)),
  moveProducts: staffProcedure('products:write')
    .input(moveMembersInput)
    .output(staffCollectionSchema)
    .mutation(({ ctx, input }) => moveProducts(ctx, input)),
  delete: staffProcedure('products:write')
    .input(editSchema)
    .output(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) => deleteCollection(ctx, input)),
});

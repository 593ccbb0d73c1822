import { router, staffProcedure } from '../../trpc.ts';
import { attachMedia, replaceMedia } from './attach-media.ts';
import { createUpload } from './create-upload.ts';
import { assignToVariants, removeMedia, reorderMedia, setAlt } from './edit-media.ts';
import { getProductMedia, listMediaVariants } from './product-media-store.ts';
import {
  assignToVariantsInput,
  attachInput,
  createUploadInput,
  mediaVariantsSchema,
  productMediaInput,
  productMediaSchema,
  removeInput,
  reorderInput,
  replaceInput,
  setAltInput,
  storedImageSchema,
  storeImageInput,
  uploadSchema,
} from './schemas.ts';
import { storeImage } from './store-image.ts';

const write = staffProcedure('products:write');
const edit = write.output(productMediaSchema);

/** The pictures of a product. A file is put at the address of an upload first, then attached. */
export const mediaRouter = router({
  list: staffProcedure('products:read')
    .input(productMediaInput)
    .output(productMediaSchema)
    .query(({ ctx, input }) => getProductMedia(ctx.db, input.productId)),
  variants: staffProcedure('products:read')
    .input(productMediaInput)
    .output(mediaVariantsSchema)
    .query(({ ctx, input }) => listMediaVariants(ctx.db, input.productId)),
  createUpload: write
    .input(createUploadInput)
    .output(uploadSchema)
    .mutation(({ ctx, input }) => createUpload(ctx, input)),
  attach: edit.input(attachInput).mutation(({ ctx, input }) => attachMedia(ctx, input)),
  replace: edit.input(replaceInput).mutation(({ ctx, input }) => replaceMedia(ctx, input)),
  setAlt: edit.input(setAltInput).mutation(({ ctx, input }) => setAlt(ctx, input)),
  reorder: edit.input(reorderInput).mutation(({ ctx, input }) => reorderMedia(ctx, input)),
  remove: edit.input(removeInput).mutation(({ ctx, input }) => removeMedia(ctx, input)),
  assignToVariants: edit
    .input(assignToVariantsInput)
    .mutation(({ ctx, input }) => assignToVariants(ctx, input)),
});

/** Pictures of categories and collections, which keep the key. */
export const imagesRouter = router({
  store: write
    .input(storeImageInput)
    .output(storedImageSchema)
    .mutation(({ ctx, input }) => storeImage(ctx, input)),
});

import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { router, staffProcedure } from '../../trpc.ts';
import { bulkUpdateProducts } from './bulk-update-products.ts';
import { bulkUpdateVariants } from './bulk-update-variants.ts';
import { createProduct } from './create-product.ts';
import { deleteProduct } from './delete-product.ts';
import { duplicateProduct } from './duplicate-product.ts';
import { generateVariants } from './generate-variants.ts';
import { getStaffProduct } from './get-staff-product.ts';
import { findProductChoices } from './read-store.ts';
import { removeVariants } from './remove-variants.ts';
import {
  bulkUpdatedSchema,
  bulkUpdateProductsInput,
  createProductInput,
  deletedProductSchema,
  duplicateProductInput,
  productChoicesSchema,
  productEditSchema,
  staffProductSchema,
  updateProductInput,
} from './schemas.ts';
import { setOptions } from './set-options.ts';
import { matchSkus } from './sku-match-store.ts';
import { updateProduct } from './update-product.ts';
import { listStaffVariants } from './variant-list-store.ts';
import {
  bulkUpdateVariantsInput,
  generatedSchema,
  generateVariantsInput,
  listVariantsInput,
  matchedVariantsSchema,
  matchSkusInput,
  optionsSetSchema,
  removeVariantsInput,
  setOptionsInput,
  variantPageSchema,
  writtenProductSchema,
} from './variant-schemas.ts';

const variantsRouter = router({
  /** All of a product, up to 1,000 in one call, with the version they were read at. */
  list: staffProcedure('products:read')
    .input(listVariantsInput)
    .output(variantPageSchema)
    .query(({ ctx, input }) => listStaffVariants(ctx.db, input)),

  /** What a list of SKUs means, with what lies at a location. */
  matchSkus: staffProcedure('products:read')
    .input(matchSkusInput)
    .output(matchedVariantsSchema)
    .query(({ ctx, input }) => matchSkus(ctx.db, input)),

  setOptions: staffProcedure('products:write')
    .input(setOptionsInput)
    .output(optionsSetSchema)
    .mutation(({ ctx, input }) => setOptions(ctx, input)),

  generate: staffProcedure('products:write')
    .input(generateVariantsInput)
    .output(generatedSchema)
    .mutation(({ ctx, input }) => generateVariants(ctx, input)),

  bulkUpdate: staffProcedure('products:write')
    .input(bulkUpdateVariantsInput)
    .output(writtenProductSchema)
    .mutation(({ ctx, input }) => bulkUpdateVariants(ctx, input)),

  remove: staffProcedure('products:write')
    .input(removeVariantsInput)
    .output(writtenProductSchema)
    .mutation(({ ctx, input }) => removeVariants(ctx, input)),
});

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

  create: staffProcedure('products:write')
    .input(createProductInput)
    .output(staffProductSchema)
    .mutation(({ ctx, input }) => createProduct(ctx, input)),

  update: staffProcedure('products:write')
    .input(updateProductInput)
    .output(staffProductSchema)
    .mutation(({ ctx, input }) => updateProduct(ctx, input)),

  duplicate: staffProcedure('products:write')
    .input(duplicateProductInput)
    .output(staffProductSchema)
    .mutation(({ ctx, input }) => duplicateProduct(ctx, input)),

  delete: staffProcedure('products:write')
    .input(productEditSchema)
    .output(deletedProductSchema)
    .mutation(({ ctx, input }) => deleteProduct(ctx, input)),

  bulkUpdate: staffProcedure('products:write')
    .input(bulkUpdateProductsInput)
    .output(bulkUpdatedSchema)
    .mutation(({ ctx, input }) => bulkUpdateProducts(ctx, input)),

  variants: variantsRouter,
};

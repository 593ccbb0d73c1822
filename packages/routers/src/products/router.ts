import { z } from 'zod';
import { currencySchema } from '../schemas.ts';
import { provenOutput } from '../proven-output.ts';
import { publicProcedure, router, staffProcedure } from '../trpc.ts';
import { addressesRouter } from './addresses/router.ts';
import { editingProcedures } from './editing/router.ts';
import { staffCategoriesRouter } from './categories/router.ts';
import { staffAttributesRouter } from './attributes/router.ts';
import { findMovedSlug } from './categories/moved-slug-store.ts';
import { movedSlugInput, movedSlugSchema } from './categories/schemas.ts';
import { collectionsRouter, staffCollectionsRouter } from './collections/router.ts';
import { getProduct } from './get-product.ts';
import { listProducts } from './list-products.ts';
import { imagesRouter, mediaRouter } from './media/router.ts';
import { customerPricesProcedure, priceListsRouter } from './prices/router.ts';
import {
  categorySchema,
  getProductInput,
  listProductsInput,
  productCardSchema,
  productDetailSchema,
  productPageSchema,
  staffListProductsInput,
  staffProductPageSchema,
} from './schemas.ts';
import { listBoughtTogether, listRelated } from './related/public-related-store.ts';
import { staffRelatedRouter } from './related/router.ts';
import { listReviews } from './reviews/list-store.ts';
import { ownReviewRouter, staffReviewsRouter } from './reviews/router.ts';
import { reviewPageSchema, reviewsInput } from './reviews/schemas.ts';
import { searchProcedures, staffSearchProcedures } from './search/router.ts';
import { listStaffProducts } from './staff-store.ts';
import { stockRouter } from './stock/router.ts';
import { listCategories } from './store.ts';
import { staffTransfersRouter } from './transfers/router.ts';

export const productsRouter = router({
  list: publicProcedure
    .meta({ access: 'public', cache: 'lists' })
    .input(listProductsInput)
    .output(provenOutput(productPageSchema))
    .query(({ ctx, input }) => listProducts(ctx, input)),

  ...searchProcedures,

  get: publicProcedure
    .meta({ access: 'public', cache: 'product' })
    .input(getProductInput)
    .output(provenOutput(productDetailSchema))
    .query(({ ctx, input }) => getProduct(ctx.db, input)),

  related: publicProcedure
    .meta({ access: 'public', cache: 'lists' })
    .input(getProductInput)
    .output(z.array(productCardSchema))
    .query(({ ctx, input }) => listRelated(ctx.db, input)),

  /** What was in one order with it most often. */
  boughtTogether: publicProcedure
    .meta({ access: 'public', cache: 'lists' })
    .input(getProductInput)
    .output(z.array(productCardSchema))
    .query(({ ctx, input }) => listBoughtTogether(ctx.db, input)),

  reviews: publicProcedure
    .meta({ access: 'public', cache: 'product' })
    .input(reviewsInput)
    .output(reviewPageSchema)
    .query(({ ctx, input }) => listReviews(ctx.db, input)),

  review: ownReviewRouter,

  /** The whole tree, parents before children. */
  categories: publicProcedure
    .meta({ access: 'public', cache: 'lists' })
    .input(z.object({ currency: currencySchema.default('USD') }).default({ currency: 'USD' }))
    .output(z.array(categorySchema))
    .query(({ ctx }) => listCategories(ctx.db)),

  collections: collectionsRouter,

  addresses: addressesRouter,

  /** Where a page that had this address is now. */
  movedSlug: publicProcedure
    .input(movedSlugInput)
    .output(movedSlugSchema)
    .query(({ ctx, input }) => findMovedSlug(ctx.db, input)),

  prices: customerPricesProcedure,

  staff: router({
    priceLists: priceListsRouter,
    media: mediaRouter,
    images: imagesRouter,
    attributes: staffAttributesRouter,
    categories: staffCategoriesRouter,
    collections: staffCollectionsRouter,
    list: staffProcedure('products:read')
      .input(staffListProductsInput)
      .output(staffProductPageSchema)
      .query(({ ctx, input }) => listStaffProducts(ctx.db, input)),
    ...editingProcedures,
    ...staffSearchProcedures,
    stock: stockRouter,
    reviews: staffReviewsRouter,
    related: staffRelatedRouter,
    transfers: staffTransfersRouter,
  }),
});

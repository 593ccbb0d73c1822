import { z } from 'zod';
import { idSchema } from '../../schemas.ts';
import { customerProcedure, router, staffProcedure } from '../../trpc.ts';
import { activatePriceList } from './activate-price-list.ts';
import { createPriceList } from './create-price-list.ts';
import { listCustomerPrices } from './customer-prices-store.ts';
import { removePriceList } from './delete-price-list.ts';
import { fillByPercent, previewFill } from './fill-by-percent.ts';
import { getPriceList } from './get-price-list.ts';
import { listPriceLists } from './list-store.ts';
import { findTargets } from './percent-store.ts';
import {
  fillByPercentInput,
  listedPageSchema,
  listedVariantSchema,
  listPricesInput,
  matchSkusInput,
  percentPreviewSchema,
  previewPercentInput,
  priceWriteSchema,
  setPricesInput,
  targetsSchema,
} from './price-schemas.ts';
import { listPrices, matchSkus } from './prices-store.ts';
import {
  activatePriceListInput,
  createPriceListInput,
  customerPricesInput,
  customerPricesSchema,
  deletePriceListInput,
  listPriceListsInput,
  priceListPageSchema,
  priceListSchema,
  updatePriceListInput,
} from './schemas.ts';
import { setPrices } from './set-prices.ts';
import { updatePriceListTerms } from './update-price-list.ts';

/** What products cost the customer who asks: an overlay over what everybody is shown. */
export const customerPricesProcedure = customerProcedure
  .input(customerPricesInput)
  .output(customerPricesSchema)
  .query(({ ctx, input }) =>
    listCustomerPrices(ctx.db, { ...input, customerId: ctx.customer.id, at: ctx.now() }),
  );

const read = staffProcedure('products:read');
const write = staffProcedure('prices:write');

export const priceListsRouter = router({
  list: read
    .input(listPriceListsInput)
    .output(priceListPageSchema)
    .query(({ ctx, input }) => listPriceLists(ctx.db, input, ctx.now())),
  get: read
    .input(z.object({ id: idSchema }))
    .output(priceListSchema)
    .query(({ ctx, input }) => getPriceList(ctx, input.id)),
  create: write
    .input(createPriceListInput)
    .output(priceListSchema)
    .mutation(({ ctx, input }) => createPriceList(ctx, input)),
  update: write
    .input(updatePriceListInput)
    .output(priceListSchema)
    .mutation(({ ctx, input }) => updatePriceListTerms(ctx, input)),
  activate: write
    .input(activatePriceListInput)
    .output(priceListSchema)
    .mutation(({ ctx, input }) => activatePriceList(ctx, input)),
  delete: write
    .input(deletePriceListInput)
    .output(z.null())
    .mutation(({ ctx, input }) => removePriceList(ctx, input)),
  prices: read
    .input(listPricesInput)
    .output(listedPageSchema)
    .query(({ ctx, input }) => listPrices(ctx.db, input)),
  /** Which variants some SKUs are, for a paste from a spreadsheet. */
  matchSkus: read
    .input(matchSkusInput)
    .output(z.array(listedVariantSchema))
    .query(({ ctx, input }) => matchSkus(ctx.db, input)),
  setPrices: write
    .input(setPricesInput)
    .output(priceWriteSchema)
    .mutation(({ ctx, input }) => setPrices(ctx, input)),
  /** What products can be chosen by when a list is filled. */
  targets: read.output(targetsSchema).query(({ ctx }) => findTargets(ctx.db)),
  previewPercent: read
    .input(previewPercentInput)
    .output(percentPreviewSchema)
    .query(({ ctx, input }) => previewFill(ctx, input)),
  fillByPercent: write
    .input(fillByPercentInput)
    .output(priceWriteSchema)
    .mutation(({ ctx, input }) => fillByPercent(ctx, input)),
});

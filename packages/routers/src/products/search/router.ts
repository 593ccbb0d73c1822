import { z } from 'zod';
import { provenOutput } from '../../proven-output.ts';
import { publicProcedure, staffProcedure } from '../../trpc.ts';
import { facetsInput, facetsSchema, searchPageSchema, searchProductsInput } from '../schemas.ts';
import { searchReportsRouter } from './reports/router.ts';
import { searchClickInput, suggestInput, suggestionsSchema } from './schemas.ts';
import { searchProducts } from './search-products.ts';
import { synonymsRouter } from './synonyms/router.ts';

export const searchProcedures = {
  search: publicProcedure
    .meta({ access: 'public', cache: 'lists' })
    .input(searchProductsInput)
    .output(provenOutput(searchPageSchema))
    .query(({ ctx, input }) => searchProducts(ctx, input)),

  /** What a half-typed query may become. */
  suggest: publicProcedure
    .meta({ access: 'public', cache: 'suggestions' })
    .input(suggestInput)
    .output(provenOutput(suggestionsSchema))
    .query(({ ctx, input }) => ctx.searchEngine.suggest(input)),

  /** Counts beside a list or a search with the same filters. */
  facets: publicProcedure
    .meta({ access: 'public', cache: 'lists' })
    .input(facetsInput)
    .output(provenOutput(facetsSchema))
    .query(({ ctx, input }) => ctx.searchEngine.facets(input)),

  /** A product was opened from a search. Nothing is kept of who did. */
  recordSearchClick: publicProcedure
    .input(searchClickInput)
    .output(z.null())
    .mutation(({ ctx, input }) => {
      ctx.searchLog.recordClick(input.query, input.productId, input.position);
      return null;
    }),
};

export const staffSearchProcedures = {
  /** What shoppers would find; staff who try words out are not counted. */
  searchPreview: staffProcedure('products:read')
    .input(searchProductsInput)
    .output(searchPageSchema)
    .query(({ ctx, input }) => ctx.searchEngine.search(input)),
  synonyms: synonymsRouter,
  searchReports: searchReportsRouter,
};

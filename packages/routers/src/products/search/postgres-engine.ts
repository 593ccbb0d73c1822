import type { Database } from '@turing/db';
import { assertScopesExist } from '../scope-store.ts';
import type { Facets, FacetsInput, SearchPage, SearchProductsInput } from '../schemas.ts';
import type { SearchEngine } from './engine.ts';
import { loadFacetSource } from './facet-store.ts';
import { highlight } from './highlight.ts';
import { isFiltered } from './hit-store.ts';
import { findSearchPage } from './page-store.ts';
import { planSearch, type SearchPlan } from './plan.ts';
import { readClauses, readCode } from './query-text.ts';
import { loadReading } from './reading-store.ts';
import type { SuggestInput } from './schemas.ts';
import { findSuggestions } from './suggest-store.ts';
import { refreshProducts, tendSearch } from './tend-store.ts';
import type { PlanOptions } from './tiers.ts';
import { viewFacets } from './view-facets.ts';

/** Totals beyond it are not told: nobody looks through a thousand products. */
const mostTold = 1000;

/** Search in the shop's own database: two statements a search, one to read the query and one to answer it. */
export function createPostgresSearch(db: Database): SearchEngine {
  async function plan(query: string, options: PlanOptions = {}): Promise<SearchPlan> {
    const clauses = readClauses(query);
    const reading = await loadReading(db, {
      texts: clauses.map(({ text }) => text),
      code: readCode(query),
    });
    return planSearch(clauses, reading, options);
  }

  async function search(input: SearchProductsInput): Promise<SearchPage> {
    const wanted = await plan(input.query, { isFiltered: isFiltered(input) });
    const { cards, nextCursor, found, isTiered, words } = await findSearchPage(db, input, wanted);
    const total = isTiered ? Math.max(found, mostTold + 1) : found;
    // A lexeme is a word too where names have it as two: `teapot` of a tea pot.
    const marked = new Set([...(words ?? []), ...wanted.lexemes]);
    return {
      items: cards.map((card) => ({
        ...card,
        highlights: { name: highlight(card.name, marked), summary: highlight(card.summary, marked) },
      })),
      nextCursor,
      total: Math.min(total, mostTold),
      totalIsCapped: total > mostTold,
      didYouMean: total === 0 ? null : wanted.didYouMean,
    };
  }

  async function facets(input: FacetsInput): Promise<Facets> {
    const wanted = input.query === undefined ? null : await plan(input.query);
    const source = await loadFacetSource(db, input, wanted);
    if (source.packed === null) await assertScopesExist(db, input);
    return viewFacets(source, input);
  }

  return {
    search,
    facets,
    suggest: async (input: SuggestInput) =>
      findSuggestions(db, input, await plan(input.query, { isHalfTyped: true })),
    refresh: (productIds) => refreshProducts(db, productIds),
    tend: () => tendSearch(db),
  };
}

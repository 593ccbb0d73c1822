import { type RawBuilder, sql } from 'kysely';
import { isAfter, type KeysetParams, orderOf, orderOfSorted, sortedColumns } from '../keyset-store.ts';
import { isPublic } from '../public-store.ts';
import type { SearchProductsInput } from '../schemas.ts';
import { productKeysets } from '../sort-store.ts';
import type { AskedParams } from './asked-store.ts';

interface WalkParams extends AskedParams, KeysetParams {
  readonly limit: number;
}

type WalkParam = <Name extends keyof WalkParams>(name: Name) => WalkParams[Name];

interface Walk {
  readonly sort: Exclude<SearchProductsInput['sort'], 'relevance'>;
  readonly continued: boolean;
}

/** After so many products without a full page it is quicker to look at what has the word. */
const mostSteps = sql.lit(2000);

/**
 * A page of what has a very common word, read along the order of the list: soon full, where every match would have to be
 * sorted. `walk` are the products, `walked.is_full` says whether they serve.
 */
export function walkTables({ sort, continued }: Walk, param: WalkParam): RawBuilder<unknown> {
  const keyset = productKeysets[sort];
  const limit = sql`${param('limit')}::int + 1`;
  return sql`
    walk as materialized (
      select c.id as product_id from (
        select p.id, ${sortedColumns(keyset)} from product p
        join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar
        where ${isPublic} ${continued ? sql`and ${isAfter(keyset, param)}` : sql``}
        order by ${orderOf(keyset)} limit ${mostSteps}
      ) c join search.product_document d on d.product_id = c.id
      where ts_filter(d.document || ''::tsvector, '{a,b,c}') @@ ${param('coreQuery')}::tsquery
      order by ${orderOfSorted(keyset)} limit ${limit}
    ),
    walked as materialized (select count(*) = ${limit} as is_full from walk)`;
}

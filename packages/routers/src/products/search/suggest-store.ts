import { type Database, defineStatement, type Statement } from '@turing/db';
import { sql } from 'kysely';
import { imageOf, type MediaRow } from '../image.ts';
import { type AskedParams, askedParams, type Depth, depthOf, foundTables, priceOf } from './asked-store.ts';
import type { SearchPlan } from './plan.ts';
import type { SuggestInput, Suggestions } from './schemas.ts';

interface SuggestParams extends AskedParams {
  readonly typed: string;
  readonly headLexemes: readonly string[];
  readonly lexemes: readonly string[];
}

interface SuggestRow {
  readonly products: (Omit<Suggestions['products'][number], 'image'> & { media: MediaRow | null })[] | null;
  readonly categories: Suggestions['categories'] | null;
  readonly queries: string[] | null;
}

/** Names that begin as typed, then things that are what was typed, then whatever has the words; the popular first. */
function defineSuggest(depth: Depth): Statement<SuggestParams, SuggestRow> {
  return defineStatement<SuggestParams, SuggestRow>(`search_suggest_${depth}`, (db, param) => {
    const typed = sql`${param('typed')}::text`;
    const columns = sql`d.product_id, d.title, d.head, d.title_lexemes, d.popularity`;
    const filters = sql`${priceOf(param)} is not null`;
    const follows = sql`(${typed} || chr(1114111))`;
    return {
      compile: () =>
        sql<SuggestRow>`
        with ${foundTables(param, { depth, columns, filters, isFiltered: false })},
        shown as materialized (
          select d.product_id,
            row_number() over (order by d.product_id = any (${param('codeIds')}::uuid[]) desc, starts_with(d.title, ${typed}) desc,
              d.head = any (${param('headLexemes')}::text[]) desc, d.title_lexemes && ${param('lexemes')}::text[] desc,
              d.popularity desc, d.product_id) as place
          from found d
          order by place limit 6
        )
        select
          (select json_agg(json_build_object(
              'id', p.id, 'slug', p.slug, 'name', p.name, 'brand', p.brand, 'currency', r.currency,
              'minPriceMinor', r.min_minor, 'maxPriceMinor', r.max_minor, 'media', (
                select json_build_object('key', m.key, 'alt', m.alt, 'colour', m.colour, 'width', m.width, 'height', m.height)
                from product_media m where m.product_id = p.id order by m.position limit 1)
            ) order by shown.place)
           from shown join product p on p.id = shown.product_id
           join product_price_range r on r.product_id = p.id and r.currency = ${param('currency')}::bpchar) as products,
          (select json_agg(json_build_object('slug', c.slug, 'name', c.name, 'parentName', c.parent_name) order by c.place)
           from (
             select c.slug, c.name, above.name as parent_name,
               row_number() over (order by starts_with(d.title, ${typed}) desc, length(c.path), c.position, c.slug) as place
             from search.category_document d join category c on c.id = d.category_id left join category above on above.id = c.parent_id
             where ${typed} <> '' and (d.document @@ (${param('queries')}::text[])[1]::tsquery or starts_with(d.title, ${typed}))
             order by place limit 4
           ) c) as categories,
          (select json_agg(q.query order by q.searches desc, q.query) from (
             select query, searches from search.recent_query
             where ${typed} <> '' and query >= ${typed} and query < ${follows} and query <> ${typed} and searches >= 3 and result_count > 0
             order by searches desc, query limit 5
           ) q) as queries
        from (select 1) one`.compile(db),
    };
  });
}

const statements: Record<Depth, Statement<SuggestParams, SuggestRow>> = {
  whole: defineSuggest('whole'),
  core: defineSuggest('core'),
  best: defineSuggest('best'),
};

/** Up to six products, four categories and five queries of others. */
export async function findSuggestions(
  db: Database,
  input: SuggestInput,
  plan: SearchPlan,
): Promise<Suggestions> {
  const asked = askedParams({ ...input, attributes: [], brands: [], ranges: [], inStock: false }, plan);
  const { headLexemes, lexemes, phrase } = plan;
  const [row] = await db.run(statements[depthOf(plan)], { ...asked, headLexemes, lexemes, typed: phrase });
  return {
    products: (row?.products ?? []).map(({ media, ...product }) => ({
      ...product,
      image: media && imageOf(media),
    })),
    categories: row?.categories ?? [],
    queries: row?.queries ?? [],
  };
}

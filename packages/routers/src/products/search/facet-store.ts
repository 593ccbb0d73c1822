import { type Database, defineStatement, type Statement } from '@turing/db';
import { sql } from 'kysely';
import type { FacetsInput } from '../schemas.ts';
import {
  type AskedParams,
  askedParams,
  askedTable,
  depthOf,
  isAsked,
  isInCategory,
  isInCollection,
  isVisible,
  priceOf,
} from './asked-store.ts';
import type { SearchPlan } from './plan.ts';

/** What there is to filter by; `number` is how the packed records call it. */
export interface FacetDefinitions {
  readonly choices: readonly {
    readonly code: string;
    readonly name: string;
    readonly values: readonly {
      /** Null of a value that no product has. */
      readonly number: number | null;
      readonly code: string;
      readonly label: string;
    }[];
  }[];
  readonly numbers: readonly {
    readonly number: number;
    readonly code: string;
    readonly name: string;
    readonly unit: string | null;
  }[];
  readonly brands: readonly { readonly number: number; readonly name: string }[];
}

export interface FacetSource {
  /** A line per product that is asked for, other filters aside. */
  readonly packed: string | null;
  readonly definitions: FacetDefinitions;
}

interface SourceShape {
  /** Null without a query; else whether descriptions always count. */
  readonly query: 'whole' | 'core' | null;
  readonly category: boolean;
  readonly collection: boolean;
}

const definitions = sql`json_build_object(
  'choices', coalesce((
    select json_agg(json_build_object('code', a.code, 'name', a.name, 'values', v.list) order by a.position, a.code)
    from attribute a cross join lateral (
      select json_agg(json_build_object('number', f.number, 'code', av.code, 'label', av.label) order by av.position, av.code) as list
      from attribute_value av left join search.facet f on f.attribute_value_id = av.id where av.attribute_id = a.id
    ) v where a.filterable and v.list is not null), '[]'),
  'numbers', coalesce((
    select json_agg(json_build_object('number', f.number, 'code', a.code, 'name', a.name, 'unit', a.unit) order by a.position, a.code)
    from attribute a join search.facet f on f.attribute_id = a.id where a.filterable and a.kind = 'number'), '[]'),
  'brands', coalesce((
    select json_agg(json_build_object('number', f.number, 'name', f.brand) order by f.brand)
    from search.facet f where f.brand is not null), '[]'))`;

/** At most 12. */
const statements = new Map<string, Statement<AskedParams, FacetSource>>();

function statementFor(shape: SourceShape): Statement<AskedParams, FacetSource> {
  const name = `facets${shape.query === null ? '' : `_${shape.query}`}${shape.category ? '_category' : ''}${shape.collection ? '_collection' : ''}`;
  const known = statements.get(name);
  if (known !== undefined) return known;
  const statement = defineStatement<AskedParams, FacetSource>(name, (db, param) => {
    const conditions = [isVisible, sql`${priceOf(param)} is not null`];
    if (shape.query !== null) conditions.push(isAsked(param, shape.query === 'whole'));
    if (shape.category) conditions.push(isInCategory(param));
    if (shape.collection) conditions.push(isInCollection(param));
    return {
      compile: () =>
        sql<FacetSource>`
        ${shape.query === null ? sql`` : sql`with ${askedTable(param, shape.query === 'whole')}`}
        select ${definitions} as definitions, (
          select string_agg(${priceOf(param)} || '|' || d.facets, E'\n')
          from search.product_document d where ${sql.join(conditions, sql` and `)}
        ) as packed`.compile(db),
    };
  });
  statements.set(name, statement);
  return statement;
}

/** Loads what facets are counted from: everything in the category and collection that the plan finds. */
export async function loadFacetSource(
  db: Database,
  input: FacetsInput,
  plan: SearchPlan | null,
): Promise<FacetSource> {
  const shape: SourceShape = {
    query: plan && (depthOf(plan) === 'whole' ? 'whole' : 'core'),
    category: input.category !== undefined,
    collection: input.collection !== undefined,
  };
  const [source] = await db.run(statementFor(shape), askedParams(input, plan));
  if (source === undefined) throw new Error('facets are always one row');
  return source;
}

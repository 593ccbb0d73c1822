import {
  type Compilable,
  CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { Reader } from './connection.ts';
import type { Tables } from './tables.ts';

class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** SQL compiled once, sent by name so that PostgreSQL plans it once per connection. */
export interface Statement<Params extends object, Row> {
  readonly name: string;
  readonly text: string;
  readonly bind: (params: Params) => unknown[];
  /** Only a type: the shape of a row. */
  readonly row?: Row;
}

type Param<Params extends object> = <Name extends keyof Params & string>(name: Name) => Params[Name];

const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const names = new Map<string, string>();

/** The name that goes with a text; undefined when no statement was defined with it. */
export function nameOf(text: string): string | undefined {
  return names.get(text);
}

/**
 * Compiles a hot statement when the module loads. `build` receives a query builder and `param`, which stands for a value
 * given at each run. The name must be unique in the process and at most 63 bytes.
 */
export function defineStatement<Params extends object, Row>(
  name: string,
  build: (db: Kysely<Tables>, param: Param<Params>) => Compilable<Row>,
): Statement<Params, Row> {
  const param: Param<Params> = (key) => new Placeholder(key) as never;
  const { sql, parameters } = build(builder, param).compile();
  names.set(sql, name);
  return {
    name,
    text: sql,
    bind: (params) =>
      parameters.map((parameter) =>
        parameter instanceof Placeholder ? params[parameter.name as keyof Params] : parameter,
      ),
  };
}

/** Runs a statement on this connection, such as that of an open transaction. */
export async function runOn<Params extends object, Row>(
  connection: Reader,
  { text, bind }: Statement<Params, Row>,
  params: Params,
): Promise<Row[]> {
  const { rows } = await connection.getExecutor().executeQuery<Row>(CompiledQuery.raw(text, bind(params)));
  return rows;
}

import { type RawBuilder, sql } from 'kysely';
import { type Mark, marked } from './mark-store.ts';

interface Scope {
  readonly marks: readonly Mark[];
  readonly where: readonly RawBuilder<unknown>[];
  readonly order: RawBuilder<unknown>;
  /** Rows read, in the text: the planner has to know that a page is wanted and not all of them. */
  readonly most: number;
  /** Of `o`; all unless told. */
  readonly columns?: RawBuilder<unknown>;
}

/** With up to so many marks all their orders are looked at; more than that, and a walk through the list meets them soon. */
const few = 5000;

/**
 * A page of rows of orders. Whether marked orders are rare the planner cannot tell, and the wrong way costs seconds:
 * the marks are counted first, up to a bound, and then one branch runs and the others do not.
 */
export function selectPage({ marks, where, order, most, columns = sql`o.*` }: Scope): RawBuilder<unknown> {
  const wanted = sql.join([sql`true`, ...marks.map(marked), ...where], sql` and `);
  const limit = sql`order by ${order} limit ${sql.raw(String(most))}`;
  if (marks.length === 0) return sql`select ${columns} from "order" o where ${wanted} ${limit}`;
  const hits = marks.map(
    ({ table, holds }, index) =>
      sql`${hit(index)} as materialized (select m.order_id from ${table} m where ${holds} limit ${sql.raw(String(few + 1))})`,
  );
  const isFew = sql.join(
    marks.map((_, index) => sql`(select count(*) <= ${sql.raw(String(few))} from ${hit(index)})`),
  );
  const gathered = marks.map(
    (_, index) => sql`(
      select ${columns} from (select distinct order_id from ${hit(index)}) h join "order" o on o.id = h.order_id
      where (select rare = ${sql.raw(String(index + 1))} from way) and ${wanted} ${limit})`,
  );
  const walked = sql`(select ${columns} from "order" o where (select rare is null from way) and ${wanted} ${limit})`;
  return sql`
    with ${sql.join(hits)}, way as materialized (select array_position(array[${isFew}], true) as rare)
    select * from (${sql.join([...gathered, walked], sql` union all `)}) o ${limit}`;
}

function hit(index: number): RawBuilder<unknown> {
  return sql.raw(`hit_${index}`);
}

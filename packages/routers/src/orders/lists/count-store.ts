import type { Reader } from '@turing/db';
import { sql } from 'kysely';
import { whereOf } from './filter-store.ts';
import { marksOf } from './mark-store.ts';
import { selectPage } from './page-store.ts';
import { type CountOrdersInput, mostCounted, type OrderCounts } from './schemas.ts';

/** How many orders each view shows, counted up to a bound, in one statement. */
export async function countOrders(reader: Reader, { views }: CountOrdersInput): Promise<OrderCounts> {
  const counts = views.map(({ filters }) => {
    const page = selectPage({
      marks: marksOf(filters),
      where: whereOf(filters),
      order: sql`o.placed_at desc, o.id desc`,
      most: mostCounted + 1,
      columns: sql`o.placed_at, o.id`,
    });
    return sql`(select count(*)::int from (${page}) counted)`;
  });
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(
    reader,
  );
  const found = rows[0]?.counts ?? [];
  return {
    items: views.map(({ key }, index) => ({
      key,
      count: Math.min(found[index] ?? 0, mostCounted),
      more: (found[index] ?? 0) > mostCounted,
    })),
  };
}

import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** The values that stand for a cursor's position in a statement. */
export interface KeysetParams {
  readonly key0: number | null;
  readonly key1: number | null;
  readonly afterId: string | null;
}

type KeysetParam = <Name extends keyof KeysetParams>(name: Name) => KeysetParams[Name];

interface KeysetColumn {
  /** What is sorted and compared, so that an index can serve both. */
  readonly value: RawBuilder<unknown>;
  readonly direction: 'asc' | 'desc';
  /** The integer that stands for the value in a cursor, and back. */
  readonly toKey: (value: RawBuilder<unknown>) => RawBuilder<unknown>;
  readonly fromKey: (key: unknown) => RawBuilder<unknown>;
}

/** A total order: at most two columns, then the id. */
export interface Keyset {
  readonly columns: readonly KeysetColumn[];
  readonly id: RawBuilder<unknown>;
  readonly idDirection: 'asc' | 'desc';
}

/** The keys of a row, as `keys` in the result. */
export interface KeysetRow {
  readonly id: string;
  readonly keys: number[];
}

const keyNames = ['key0', 'key1'] as const;

export function integerColumn(value: RawBuilder<unknown>, direction: 'asc' | 'desc'): KeysetColumn {
  return { value, direction, toKey: (own) => own, fromKey: (key) => sql`${key}::bigint` };
}

export function booleanColumn(value: RawBuilder<unknown>, direction: 'asc' | 'desc'): KeysetColumn {
  return { value, direction, toKey: (own) => sql`${own}::int`, fromKey: (key) => sql`(${key}::bigint = 1)` };
}

/** A timestamptz(3): milliseconds are all it holds. */
export function timeColumn(value: RawBuilder<unknown>, direction: 'asc' | 'desc'): KeysetColumn {
  return {
    value,
    direction,
    toKey: (own) => sql`(extract(epoch from ${own}) * 1000)::bigint`,
    fromKey: (key) => sql`to_timestamp(${key}::bigint / 1000.0)`,
  };
}

/** The expressions of `order by`. */
export function orderOf({ columns, id, idDirection }: Keyset): RawBuilder<unknown> {
  const parts = columns.map(({ value, direction }) => sql`${value} ${sql.raw(direction)}`);
  return sql.join([...parts, sql`${id} ${sql.raw(idDirection)}`]);
}

/** Carries what rows were sorted by out of a subquery `c`, for `orderOfSorted`. */
export function sortedColumns({ columns }: Keyset): RawBuilder<unknown> {
  return sql.join(columns.map(({ value }, index) => sql`${value} as ${sql.ref(`sort${index}`)}`));
}

/** The order of `orderOf` over a subquery `c` that selects `sortedColumns` and `id`. */
export function orderOfSorted({ columns, idDirection }: Keyset): RawBuilder<unknown> {
  const parts = columns.map(
    ({ direction }, index) => sql`${sql.ref(`c.sort${index}`)} ${sql.raw(direction)}`,
  );
  return sql.join([...parts, sql`c.id ${sql.raw(idDirection)}`]);
}

/** The row's place as a JSON array, for the cursor. */
export function keysOf({ columns }: Keyset): RawBuilder<unknown> {
  return sql`json_build_array(${sql.join(columns.map(({ value, toKey }) => toKey(value)))})`;
}

/** Whether a row comes after the position. `k <= x and (k < x or …)` lets an index start at the position. */
export function isAfter({ columns, id, idDirection }: Keyset, param: KeysetParam): RawBuilder<unknown> {
  const beyondId = sql`${id} ${beyond(idDirection)} ${param('afterId')}::uuid`;
  return columns.reduceRight((rest, { value, direction, fromKey }, index) => {
    const bound = fromKey(param(keyNames[index] ?? 'key1'));
    return sql`(${value} ${beyond(direction)}= ${bound} and (${value} ${beyond(direction)} ${bound} or ${rest}))`;
  }, beyondId);
}

function beyond(direction: 'asc' | 'desc'): RawBuilder<unknown> {
  return sql.raw(direction === 'asc' ? '>' : '<');
}

/** @throws CURSOR_INVALID */
export function keysetParams(cursor: string | undefined, sort: string, keyset: Keyset): KeysetParams {
  if (cursor === undefined) return { key0: null, key1: null, afterId: null };
  const { keys, id } = decodeCursor(cursor, sort, keyset.columns.length);
  return { key0: keys[0] ?? null, key1: keys[1] ?? null, afterId: id };
}

/** Splits rows read with one more than the page holds into the page and the cursor of the next. */
export function cutPage<Row extends KeysetRow>(
  rows: readonly Row[],
  limit: number,
  sort: string,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(sort, last) : null };
}

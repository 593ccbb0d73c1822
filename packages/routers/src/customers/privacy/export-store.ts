import type { Reader } from '@turing/db';
import { type Exported, personalData } from '@turing/db/personal-data';
import { CompiledQuery } from 'kysely';

/** Whose data: a guest's orders count as the customer's once the address is verified. */
export interface Owner {
  readonly id: string;
  readonly verifiedEmail: string | null;
}

/** A part of the file, as the register of personal data says. */
export interface Part {
  readonly section: string;
  readonly what: string;
  readonly sql: string;
  /** Rows come in pages, by id; without one all at once. */
  readonly isPaged: boolean;
}

const pageSize = 500;
const parameters = '$1::uuid is not null and $2::text is distinct from $1::text';

export const parts: readonly Part[] = personalData.flatMap(({ schema, name, personal }) => {
  if (personal?.exported == null) return [];
  const { exported, what } = personal;
  const isPaged = exported.columns.includes('id');
  const table = `"${schema}"."${name}"`;
  return [{ section: exported.section, what, isPaged, sql: selectOf(table, exported, isPaged) }];
});

// Texts of the register, never of a caller.
function selectOf(table: string, { columns, also, where }: Exported, isPaged: boolean): string {
  const shown = [
    ...columns.map((column) => `t."${column}" as "${camelCase(column)}"`),
    ...Object.entries(also).map(([name, value]) => `${value} as "${name}"`),
  ];
  const page = isPaged ? `and t.id > $3::uuid order by t.id limit ${pageSize}` : 'and $3::uuid is not null';
  return `select ${shown.join(', ')} from ${table} t where (${where}) and ${parameters} ${page}`;
}

function camelCase(column: string): string {
  return column.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

type Row = Record<string, unknown>;

const firstId = '00000000-0000-0000-0000-000000000000';

/** All rows of a part that are the owner's, a page at a time. */
export async function* readPart(reader: Reader, part: Part, owner: Owner): AsyncGenerator<Row> {
  for (let after = firstId; ;) {
    const query = CompiledQuery.raw(part.sql, [owner.id, owner.verifiedEmail, after]);
    const { rows } = await reader.getExecutor().executeQuery<Row>(query);
    yield* rows;
    if (!part.isPaged || rows.length < pageSize) return;
    after = String(rows.at(-1)?.['id']);
  }
}

/** How many rows each part would have. */
export async function countParts(
  reader: Reader,
  owner: Owner,
): Promise<{ section: string; count: number }[]> {
  const counts = personalData.flatMap(({ schema, name, personal }) =>
    personal?.exported == null
      ? []
      : [
          `select '${personal.exported.section}' as section, count(*)::int as count from "${schema}"."${name}" t
           where (${personal.exported.where}) and ${parameters}`,
        ],
  );
  const query = CompiledQuery.raw(counts.join(' union all '), [owner.id, owner.verifiedEmail]);
  const { rows } = await reader.getExecutor().executeQuery<{ section: string; count: number }>(query);
  return rows;
}

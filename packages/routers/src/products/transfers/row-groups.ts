import type { SheetRow } from './csv-rows.ts';
import type { Importer, RowGroup } from './importer.ts';
import type { Problem } from './problem.ts';

const chunkRows = 500;
const batchRows = 1500;
/** A notification of the database names up to 200 products. */
const batchGroups = 150;

interface OpenGroup {
  readonly key: string;
  readonly rows: [SheetRow, ...SheetRow[]];
  rowCount: number;
  last: SheetRow;
  readonly problems: Problem[];
}

/** Cuts a file into batches of whole groups, leaving out the rows before `resumeLine`. */
export async function* readBatches(
  sheet: AsyncIterable<SheetRow>,
  importer: Importer,
  resumeLine: number,
): AsyncGenerator<readonly RowGroup[]> {
  const seen = new Set<string>();
  let open: OpenGroup | null = null;
  let batch: OpenGroup[] = [];
  for await (const chunk of inChunks(sheet)) {
    const keys = await importer.keysOf(chunk);
    for (const [index, row] of chunk.entries()) {
      const key = row.malformed === null ? (keys[index] ?? '') : (open?.key ?? `line ${row.line}`);
      const problems = row.malformed === null ? importer.remember(row) : [];
      if (open !== null && open.key === key) {
        addRow(open, row, { problems, limit: importer.maxGroupRows });
        continue;
      }
      if (open !== null) batch.push(open);
      if (isFull(batch)) {
        yield* close(batch, resumeLine);
        batch = [];
      }
      open = startGroup({ key, row, problems, previous: open, isRepeated: seen.has(key) });
      if (importer.standsTogether) seen.add(key);
    }
  }
  if (open !== null) batch.push(open);
  yield* close(batch, resumeLine);
}

async function* inChunks(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow[]> {
  let chunk: SheetRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < chunkRows) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function addRow(
  group: OpenGroup,
  row: SheetRow,
  { problems, limit }: { readonly problems: readonly Problem[]; readonly limit: number },
): void {
  group.rowCount += 1;
  group.last = row;
  if (group.rows.length > limit) return;
  group.rows.push(row);
  group.problems.push(...problems);
}

interface GroupStart {
  readonly key: string;
  readonly row: SheetRow;
  readonly problems: Problem[];
  readonly previous: OpenGroup | null;
  readonly isRepeated: boolean;
}

function startGroup({ key, row, problems, previous, isRepeated }: GroupStart): OpenGroup {
  const { line } = row;
  if (isRepeated) {
    const message = 'The rows of one product stand together: others of it are further up.';
    problems.push({ line, column: null, code: 'repeated', message, value: null });
  }
  if (previous !== null && previous.last.malformed !== null) {
    const message = 'The row above cannot be read and may be one of this product.';
    problems.push({ line, column: null, code: 'malformed', message, value: null });
  }
  return { key, rows: [row], rowCount: 1, last: row, problems };
}

function isFull(batch: readonly OpenGroup[]): boolean {
  return batch.length >= batchGroups || batch.reduce((sum, group) => sum + group.rowCount, 0) >= batchRows;
}

function* close(batch: readonly OpenGroup[], resumeLine: number): Generator<readonly RowGroup[]> {
  const left = batch.filter(({ rows: [first] }) => first.line >= resumeLine);
  if (left.length === 0) return;
  yield left.map(({ last, ...group }) => ({ ...group, lastLine: last.line, endByte: last.endByte }));
}

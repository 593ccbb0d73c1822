import { parse } from 'csv-parse';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Column } from './columns.ts';
import { decodeText } from './decode-text.ts';
import { FileProblem } from './problem.ts';

/** A row of a file: what it holds by column, and how far into the file it reaches. */
export interface SheetRow {
  readonly line: number;
  readonly endByte: number;
  readonly cells: ReadonlyMap<string, string>;
  /** How many cells it has more (or fewer) than the header. */
  readonly surplus: number;
  /** What is wrong with its quotes; it then has no cells. */
  readonly malformed: string | null;
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly bytes: number };
}

interface Skipped {
  readonly line: number;
  readonly message: string;
}

const breaks = /\r\n|\r|\n/gu;

/**
 * Reads a file row by row, its header checked against the columns it may have.
 * @throws FileProblem when it is not UTF-8, has no header, lacks a column or has one too many
 */
export async function* readSheet(file: Readable, columns: readonly Column[]): AsyncGenerator<SheetRow> {
  const skipped: Skipped[] = [];
  const { chunks, delimiter } = await decodeText(file);
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = lineOf(error);
      // A record with several bad quotes is told of once for each.
      if (skipped.at(-1)?.line !== line) skipped.push({ line, message: sentenceOf(error) });
      return undefined;
    },
  });
  // What fails here destroys the parser with the reason, which the loop below then throws.
  const feeding = pipeline(chunks, parser).catch(() => undefined);
  const lines = createLineCounter();
  let header: readonly string[] | null = null;
  try {
    for await (const parsed of parser as AsyncIterable<ParsedRecord>) {
      const line = lines.startOf(parsed);
      if (header === null) {
        header = checkHeader(parsed.record, columns);
        continue;
      }
      while (skipped[0] !== undefined && skipped[0].line <= parsed.info.lines) {
        yield toMalformed(skipped.shift(), lines.correct, parsed.info.bytes);
      }
      yield toRow(parsed, line, header);
    }
    for (const each of skipped) yield toMalformed(each, lines.correct, 0);
    await feeding;
  } finally {
    parser.destroy();
    file.destroy();
  }
  if (header === null) throw new FileProblem('The file is empty: its first line names the columns.');
}

// The parser counts a CRLF inside quotes as two lines.
function createLineCounter() {
  let surplus = 0;
  return {
    startOf: ({ record, info }: ParsedRecord): number => {
      let inside = 0;
      for (const cell of record) {
        if (!cell.includes('\n') && !cell.includes('\r')) continue;
        const found = cell.match(breaks) ?? [];
        inside += found.length;
        surplus += found.filter((each) => each === '\r\n').length;
      }
      return info.lines - surplus - inside;
    },
    correct: (line: number) => line - surplus,
  };
}

function toRow({ record, info }: ParsedRecord, line: number, header: readonly string[]): SheetRow {
  const cells = new Map<string, string>();
  for (const [index, name] of header.entries()) cells.set(name, record[index] ?? '');
  return { line, endByte: info.bytes, cells, surplus: record.length - header.length, malformed: null };
}

function toMalformed(
  skipped: Skipped | undefined,
  correct: (line: number) => number,
  endByte: number,
): SheetRow {
  const { line = 1, message = '' } = skipped ?? {};
  return { line: correct(line), endByte, cells: new Map(), surplus: 0, malformed: message };
}

/** @throws FileProblem */
function checkHeader(record: readonly string[], columns: readonly Column[]): readonly string[] {
  const header = record.map((name) => name.trim().toLowerCase());
  const known = new Set(columns.map(({ name }) => name));
  const unknown = header.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new FileProblem(`These columns are not known: ${quoted(unknown)}.`);
  const repeated = header.filter((name, index) => header.indexOf(name) !== index);
  if (repeated.length > 0) throw new FileProblem(`These columns come twice: ${quoted(repeated)}.`);
  const missing = columns.filter(({ name, required }) => required && !header.includes(name));
  if (missing.length > 0)
    throw new FileProblem(`These columns are missing: ${quoted(missing.map(({ name }) => name))}.`);
  return header;
}

function quoted(names: readonly string[]): string {
  const shown = [...new Set(names)]
    .slice(0, 20)
    .map((name) => (name === '' ? '(no name)' : name.slice(0, 60)));
  return shown.join(', ');
}

function lineOf(error: unknown): number {
  return error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
}

function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'A quote that was opened before here is never closed.';
  return 'A quote inside a cell has to be written twice, and the cell put in quotes.';
}

import type { Transaction } from '@turing/db';
import type { SheetRow } from './csv-rows.ts';
import type { Problem } from './problem.ts';

/** Rows that are dealt with together or not at all: those of one product. */
export interface RowGroup {
  readonly key: string;
  readonly rows: readonly [SheetRow, ...SheetRow[]];
  /** Rows of the file, also those beyond what a group may hold. */
  readonly rowCount: number;
  readonly lastLine: number;
  readonly endByte: number;
  /** What was wrong before anything was looked up. */
  readonly problems: readonly Problem[];
}

export interface GroupCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

export interface GroupResult {
  readonly counts: GroupCounts;
  readonly problems: readonly Problem[];
}

/** Who does it and how. */
export interface ImportRun {
  readonly id: string;
  readonly staffId: string;
  readonly isDryRun: boolean;
  readonly now: Date;
}

/** How the rows of one kind are grouped, checked and written. */
export interface Importer {
  /** The product each row is of. */
  readonly keysOf: (rows: readonly SheetRow[]) => Promise<readonly string[]>;
  readonly maxGroupRows: number;
  /** Whether all rows of a product have to stand one after the other. */
  readonly standsTogether: boolean;
  /** What a group that fails counts as. */
  readonly failureOf: (group: RowGroup) => GroupCounts;
  /** Once per row, in the order of the file: what it repeats of rows before it. */
  readonly remember: (row: SheetRow) => Problem[];
  /** May run more than once, each time in a new transaction. Throws what breaks a constraint of the database. */
  readonly apply: (tx: Transaction, groups: readonly RowGroup[], run: ImportRun) => Promise<GroupResult[]>;
}

export const noCounts: GroupCounts = { created: 0, updated: 0, unchanged: 0, failed: 0 };

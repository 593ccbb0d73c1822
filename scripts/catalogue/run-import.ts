import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '@turing/db';
import {
  createImportRun,
  findActingStaff,
  getImport,
  getProblems,
  type ImportView,
  runImport,
  type TransferKind,
  transferKinds,
} from '@turing/routers';
import { openShop, resolvePath, runCommand, UsageError } from './open-shop.ts';

const usage = `npm run catalogue:import -- FILE --kind ${transferKinds.join('|')} [--dry-run] [--staff EMAIL]

Imports a CSV file into the shop of DATABASE_URL or of a running npm start. --dry-run looks and writes nothing.
Ends with 0 when all rows were taken, 1 when some were not, 2 when it could not be done.`;

interface Arguments {
  readonly file: string;
  readonly kind: TransferKind;
  readonly dryRun: boolean;
  readonly staff: string | undefined;
}

/** `npm run catalogue:import`: the import of the console, with its problems printed as `line:column code message`. */
export function main(argv: string[]): Promise<number> {
  return runCommand(usage, async () => {
    const given = readArguments(argv);
    const db = openShop();
    try {
      return await importFile(db, given);
    } finally {
      await db.close();
    }
  });
}

function readArguments(argv: string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      kind: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      staff: { type: 'string' },
    },
  });
  const [file, ...others] = positionals;
  const kind = transferKinds.find((each) => each === values.kind);
  if (file === undefined || others.length > 0) throw new UsageError('Name one file.');
  if (kind === undefined) throw new UsageError(`--kind is one of ${transferKinds.join(', ')}.`);
  return { file: resolvePath(file), kind, dryRun: values['dry-run'], staff: values.staff };
}

async function importFile(db: Database, { file, kind, dryRun, staff }: Arguments): Promise<number> {
  const { size: bytes } = await stat(file);
  const staffId = await findActingStaff(db, staff);
  const run = { kind, dryRun, fileName: path.basename(file), bytes, staffId };
  const importId = await createImportRun(db, run);
  const startedAt = performance.now();
  const outcome = await runImport(
    { db, now: () => new Date() },
    {
      importId,
      open: () => Promise.resolve(createReadStream(file)),
      onProgress: (line) => process.stderr.isTTY && process.stderr.write(`\r  line ${line - 1}`),
    },
  );
  if (process.stderr.isTTY) process.stderr.write('\r');
  if (outcome === 'another is running')
    throw new Error('Another import is running. Try again when it has ended.');
  await printProblems(db, importId);
  return report(await getImport(db, importId), performance.now() - startedAt);
}

async function printProblems(db: Database, id: string): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await getProblems(db, { id, cursor, limit: 200 });
    for (const { line, column, code, message, value } of page.items) {
      const found = value === null || value === '' ? '' : ` [${value.replaceAll(/\s+/gu, ' ')}]`;
      console.log(`${line}:${column ?? ''} ${code} ${message}${found}`);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function report(run: ImportView, ms: number): number {
  if (run.failure !== null) console.error(run.failure);
  const things = run.kind === 'products' ? 'products' : 'rows';
  const would = run.dryRun ? 'Would have: ' : '';
  const pace = Math.round(run.rowCount / (ms / 60_000));
  console.error(
    `${would}${run.createdCount} ${things} created, ${run.updatedCount} updated, ${run.unchangedCount} unchanged, ` +
      `${run.failedCount} refused with ${run.problemCount} problems. ` +
      `${run.rowCount} rows in ${(ms / 1000).toFixed(1)} s (${pace} a minute).`,
  );
  return run.status === 'finished' && run.failedCount === 0 ? 0 : 1;
}

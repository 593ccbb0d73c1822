import type { Readable } from 'node:stream';
import type { Database } from '@turing/db';
import type { Context } from '../../context.ts';
import { columnsOf } from './columns.ts';
import { readSheet } from './csv-rows.ts';
import { applyBatch } from './apply-batch.ts';
import { createImporter } from './create-importer.ts';
import { claimImport, endImport, type RunningImport, withImportLock } from './import-store.ts';
import { FileProblem } from './problem.ts';
import { readAttributeCodes } from './attribute-codes-store.ts';
import { readBatches } from './row-groups.ts';

type ImportServices = Pick<Context, 'db' | 'now'>;

export interface ImportSource {
  readonly importId: string;
  /** The file from its beginning; null when it is gone. */
  readonly open: (storageKey: string) => Promise<Readable | null>;
  readonly onProgress?: (resumeLine: number) => void;
}

export type ImportOutcome = 'finished' | 'failed' | 'ended before' | 'another is running';

/**
 * Goes through a file from where the run got to. Products are written in batches, each in one transaction with the
 * progress of the run: a process that is killed loses nothing and repeats nothing. One import runs at a time.
 */
export async function runImport(services: ImportServices, source: ImportSource): Promise<ImportOutcome> {
  const outcome = await withImportLock(services.db, async () => {
    const run = await claimImport(services.db.reader, source.importId);
    return run === null ? 'ended before' : work(services, source, run);
  });
  return outcome ?? 'another is running';
}

async function work(
  services: ImportServices,
  source: ImportSource,
  run: RunningImport,
): Promise<ImportOutcome> {
  const { db } = services;
  try {
    const isWhole = await readFile(services, source, run);
    if (!isWhole) return 'ended before';
    await endImport(db.reader, run.id, null);
    return 'finished';
  } catch (cause) {
    if (!(cause instanceof FileProblem)) throw cause;
    await endImport(db.reader, run.id, `Line ${cause.line}: ${cause.message}`);
    return 'failed';
  }
}

/** False when the run was cancelled meanwhile. */
async function readFile(
  { db, now }: ImportServices,
  { open, onProgress }: ImportSource,
  run: RunningImport,
): Promise<boolean> {
  const importer = await createImporter(db, run.kind);
  const file = await open(run.storageKey);
  if (file === null) throw new FileProblem('The file is no longer there. Upload it again.');
  const sheet = readSheet(file, columnsOf(run.kind, await attributeCodes(db)));
  let current = run;
  for await (const groups of readBatches(sheet, importer, run.resumeLine)) {
    const next = await applyBatch(db, { importer, run: current, groups, now: now() });
    if (next === null) return false;
    current = next;
    onProgress?.(current.resumeLine);
  }
  return true;
}

function attributeCodes(db: Database): Promise<string[]> {
  return readAttributeCodes(db.reader);
}

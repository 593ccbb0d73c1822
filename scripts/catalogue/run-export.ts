import { parseArgs } from 'node:util';
import { type ExportFilter, exportCsv, exportFilterSchema, transferKinds } from '@turing/routers';
import { openShop, resolvePath, runCommand, UsageError } from './open-shop.ts';
import { writeCsv } from './write-csv.ts';

const usage = `npm run catalogue:export -- --kind ${transferKinds.join('|')} [--out FILE] [--status STATUS] [--category SLUG] [--collection SLUG]

Writes a CSV file of the shop of DATABASE_URL or of a running npm start; without --out to the standard output.`;

/** `npm run catalogue:export`: the export of the console. */
export function main(argv: string[]): Promise<number> {
  return runCommand(usage, async () => {
    const { filter, out } = readArguments(argv);
    const db = openShop();
    try {
      await writeCsv(await exportCsv(db, filter), out);
      return 0;
    } finally {
      await db.close();
    }
  });
}

function readArguments(argv: string[]): { filter: ExportFilter; out: string | null } {
  const { values } = parseArgs({
    args: argv,
    options: {
      kind: { type: 'string' },
      out: { type: 'string' },
      status: { type: 'string' },
      category: { type: 'string' },
      collection: { type: 'string' },
    },
  });
  const { out, ...rest } = values;
  const filter = exportFilterSchema.safeParse(rest);
  if (!filter.success) throw new UsageError(`--kind is one of ${transferKinds.join(', ')}.`);
  return { filter: filter.data, out: out === undefined ? null : resolvePath(out) };
}

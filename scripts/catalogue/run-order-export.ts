import { parseArgs } from 'node:util';
import { exportOrders, type OrderExport, orderExportKinds, orderExportSchema } from '@turing/routers';
import { openShop, resolvePath, runCommand, UsageError } from './open-shop.ts';
import { writeCsv } from './write-csv.ts';

const amounts = new Set(['totalFrom', 'totalTo']);
const options = {
  kind: 'kind',
  status: 'status',
  'payment-status': 'paymentStatus',
  'fulfilment-status': 'fulfilmentStatus',
  from: 'from',
  to: 'to',
  currency: 'currency',
  'total-from': 'totalFrom',
  'total-to': 'totalTo',
  country: 'country',
  tag: 'tag',
  sku: 'sku',
  'promotion-code': 'promotionCode',
  risk: 'risk',
  returns: 'returns',
  query: 'query',
} as const;

const usage = `npm run orders:export -- --kind ${orderExportKinds.join('|')} [--out FILE] [--status STATUS] …

Writes a CSV file of the orders of DATABASE_URL or of a running npm start; without --out to the standard output.
Filters: ${Object.keys(options).slice(1).join(', ')}. Times are like 2026-01-31T00:00:00Z, totals in minor units of --currency.`;

/** `npm run orders:export`: the export of the console. */
export function main(argv: string[]): Promise<number> {
  return runCommand(usage, async () => {
    const { wanted, out } = readArguments(argv);
    const db = openShop();
    try {
      await writeCsv(exportOrders(db, wanted), out);
      return 0;
    } finally {
      await db.close();
    }
  });
}

function readArguments(argv: string[]): { wanted: OrderExport; out: string | null } {
  const names = [...Object.keys(options), 'out'];
  const { values } = parseArgs({
    args: argv,
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  });
  const { out, kind, ...rest } = values;
  const filter = Object.fromEntries(
    Object.entries(rest).map(([name, text]) => {
      const key = options[name as keyof typeof options];
      return [key, amounts.has(key) ? Number(text) : text];
    }),
  );
  const parsed = orderExportSchema.safeParse({ kind, filter });
  if (!parsed.success)
    throw new UsageError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
    );
  return { wanted: parsed.data, out: typeof out === 'string' ? resolvePath(out) : null };
}

import { Readable } from 'node:stream';
import type { Database } from '@turing/db';
import { toMajorString } from '@turing/domain';
import { stringify } from 'csv-stringify';
import { readAttributeCodes } from './attribute-codes-store.ts';
import { columnsOf } from './columns.ts';
import type { ExportFilter } from './schemas.ts';
import { toProductRows } from './export-products.ts';
import { productIds, readExportedPrices, readExportedProducts, readExportedStock } from './export-store.ts';
import { guard } from './formula-guard.ts';
import type { TransferKind } from './kinds.ts';

type Cells = Readonly<Record<string, string>>;

// Spreadsheets take a file without it for another encoding than UTF-8.
const byteOrderMark = true;

/** A file that an import of the same kind takes: a stream of CSV that reads the database as it is drained. */
export async function exportCsv(db: Database, filter: ExportFilter): Promise<Readable> {
  const columns = await columnNames(db, filter.kind);
  return toCsv(columns, rowsOf(db, filter));
}

/** The columns of a kind with one row to write over. */
export async function templateCsv(db: Database, kind: TransferKind): Promise<Readable> {
  const columns = columnsOf(kind, await readAttributeCodes(db.reader));
  const example = Object.fromEntries(columns.map(({ name, example: text }) => [name, text]));
  return toCsv(
    columns.map(({ name }) => name),
    [example],
  );
}

/** Any rows as CSV; a column a row does not have is empty. */
export function toCsv(columns: readonly string[], rows: Iterable<Cells> | AsyncIterable<Cells>): Readable {
  const writer = stringify({
    header: true,
    columns: [...columns],
    bom: byteOrderMark,
    record_delimiter: 'windows',
  });
  const source = Readable.from(guarded(rows));
  source.on('error', (cause) => writer.destroy(cause));
  writer.on('close', () => source.destroy());
  return source.pipe(writer);
}

async function* guarded(rows: Iterable<Cells> | AsyncIterable<Cells>): AsyncGenerator<Cells> {
  for await (const row of rows) {
    yield Object.fromEntries(Object.entries(row).map(([column, text]) => [column, guard(text)]));
  }
}

async function columnNames(db: Database, kind: TransferKind): Promise<string[]> {
  return columnsOf(kind, await readAttributeCodes(db.reader)).map(({ name }) => name);
}

async function* rowsOf(db: Database, filter: ExportFilter): AsyncGenerator<Cells> {
  for await (const ids of productIds(db, filter)) {
    switch (filter.kind) {
      case 'products':
        for (const product of await readExportedProducts(db, ids)) yield* toProductRows(product);
        break;
      case 'prices':
        for (const price of await readExportedPrices(db, ids)) yield toPriceRow(price);
        break;
      case 'stock':
        for (const { sku, location, onHand } of await readExportedStock(db, ids))
          yield { sku, location, on_hand: String(onHand) };
        break;
    }
  }
}

function toPriceRow(price: Awaited<ReturnType<typeof readExportedPrices>>[number]): Cells {
  const { sku, priceList, currency, amountMinor, compareAtMinor } = price;
  return {
    sku,
    price_list: priceList ?? '',
    currency,
    amount: toMajorString(amountMinor, currency),
    compare_at: compareAtMinor === null ? '' : toMajorString(compareAtMinor, currency),
  };
}

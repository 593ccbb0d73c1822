import type { Database, Transaction } from '@turing/db';
import { appendAudits } from './import-audit-store.ts';
import { createFileMemory } from './file-memory.ts';
import { unguard } from './formula-guard.ts';
import type { GroupResult, Importer, ImportRun, RowGroup } from './importer.ts';
import { type PriceChange, planPriceRow } from './plan-price-row.ts';
import {
  readPriceBook,
  touchPriceLists,
  touchProducts,
  writeListPrices,
  writeRegularPrices,
} from './price-book-store.ts';
import { failRows, settleGroup } from './settle-group.ts';
import { keysBySku, skuOf } from './sku-keys.ts';

const maxRows = 20_000;

/** Regular prices and those of price lists: one row per price. Rows of one product that follow each other are a group. */
export function createPriceImporter(db: Database): Importer {
  const memory = createFileMemory([['sku', 'price_list', 'currency']]);
  return {
    maxGroupRows: maxRows,
    standsTogether: false,
    keysOf: (rows) => keysBySku(db.reader, rows),
    remember: (row) => memory.remember(row),
    failureOf: failRows,
    apply: applyPrices,
  };
}

async function applyPrices(
  tx: Transaction,
  groups: readonly RowGroup[],
  run: ImportRun,
): Promise<GroupResult[]> {
  const rows = groups.flatMap((group) => group.rows);
  const book = await readPriceBook(tx, {
    skus: rows.map(skuOf),
    lists: rows.flatMap((row) => unguard(row.cells.get('price_list') ?? '').trim() || []),
    isLocked: !run.isDryRun,
  });
  const settled = groups.map((group) =>
    settleGroup(group, maxRows, (row, problems) => planPriceRow({ row, problems }, book)),
  );
  if (!run.isDryRun) {
    await write(
      tx,
      settled.flatMap(({ changes }) => changes),
      run,
    );
  }
  return settled.map(({ result }) => result);
}

async function write(tx: Transaction, changes: readonly PriceChange[], run: ImportRun): Promise<void> {
  const regular = changes.filter(({ listId }) => listId === null);
  const listed = changes.flatMap(({ listId, ...change }) => (listId === null ? [] : { ...change, listId }));
  await writeListPrices(tx, listed);
  await writeRegularPrices(tx, regular);
  const byProduct = Map.groupBy(regular, ({ productId }) => productId);
  await touchProducts(tx, [...byProduct.keys()], run.now);
  await appendAudits(tx, { run, entityType: 'product' }, toAudits(byProduct));
  const byList = Map.groupBy(listed, ({ listId }) => listId);
  await touchPriceLists(tx, [...byList.keys()], run.now);
  await appendAudits(tx, { run, entityType: 'price_list' }, toAudits(byList));
}

type Changed = Pick<PriceChange, 'sku' | 'currency' | 'before' | 'amountMinor' | 'compareAtMinor'>;

function toAudits(byEntity: ReadonlyMap<string, readonly Changed[]>) {
  return [...byEntity].map(([entityId, changes]) => ({
    entityId,
    before: { prices: changes.map(({ sku, currency, before }) => ({ sku, currency, ...before })) },
    after: {
      prices: changes.map(({ sku, currency, amountMinor, compareAtMinor }) => ({
        sku,
        currency,
        amountMinor,
        compareAtMinor,
      })),
    },
  }));
}

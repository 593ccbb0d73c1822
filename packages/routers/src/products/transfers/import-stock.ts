import type { Database, Transaction } from '@turing/db';
import { insertMovements, placeKey } from '../stock/ledger-store.ts';
import { appendAudits } from './import-audit-store.ts';
import { createFileMemory } from './file-memory.ts';
import type { GroupResult, Importer, ImportRun, RowGroup } from './importer.ts';
import { planStockRow, readStockRow, type StockChange } from './plan-stock-row.ts';
import { failRows, settleGroup } from './settle-group.ts';
import { keysBySku, skuOf } from './sku-keys.ts';
import { findVariants } from './sku-store.ts';
import { readLevels, readLocations } from './stock-level-store.ts';

const maxRows = 20_000;

/** What lies where: one row per variant and location, as counted or as it changed, always through the ledger. */
export async function createStockImporter(db: Database): Promise<Importer> {
  const memory = createFileMemory([['sku', 'location']]);
  const locations = await readLocations(db.reader);
  return {
    maxGroupRows: maxRows,
    standsTogether: false,
    keysOf: (rows) => keysBySku(db.reader, rows),
    remember: (row) => memory.remember(row),
    failureOf: failRows,
    apply: (tx, groups, run) => applyStock(tx, { groups, run, locations }),
  };
}

interface Batch {
  readonly groups: readonly RowGroup[];
  readonly run: ImportRun;
  readonly locations: ReadonlyMap<string, string>;
}

async function applyStock(tx: Transaction, { groups, run, locations }: Batch): Promise<GroupResult[]> {
  const variants = await findVariants(
    tx,
    groups.flatMap((group) => group.rows.map(skuOf)),
  );
  const known = { variants, locations };
  // Read once without their levels to know the places, and once more to compare.
  const places = groups.flatMap((group) =>
    group.rows.flatMap((row) => readStockRow({ row, problems: [] }, known)?.place ?? []),
  );
  const levels = await readLevels(tx, places, !run.isDryRun);
  const settled = groups.map((group) =>
    settleGroup(group, maxRows, (row, problems) => {
      const counted = readStockRow({ row, problems }, known);
      if (counted === null) return null;
      return planStockRow({ row, problems }, counted, levels.get(placeKey(counted.place)));
    }),
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

async function write(tx: Transaction, changes: readonly StockChange[], run: ImportRun): Promise<void> {
  await insertMovements(
    tx,
    changes.map(({ place, quantity, reason, note }) => ({
      ...place,
      quantity,
      reason,
      note,
      staffId: run.staffId,
    })),
  );
  const byProduct = Map.groupBy(changes, ({ productId }) => productId);
  const audits = [...byProduct].map(([entityId, all]) => ({
    entityId,
    before: { stock: all.map(({ sku, location, before }) => ({ sku, location, onHand: before })) },
    after: {
      stock: all.map(({ sku, location, before, quantity }) => ({ sku, location, onHand: before + quantity })),
    },
  }));
  await appendAudits(tx, { run, entityType: 'product' }, audits);
}

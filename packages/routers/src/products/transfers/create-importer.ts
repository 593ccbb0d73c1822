import type { Database } from '@turing/db';
import { createPriceImporter } from './import-prices.ts';
import { createProductImporter } from './import-products.ts';
import { createStockImporter } from './import-stock.ts';
import type { Importer } from './importer.ts';
import type { TransferKind } from './kinds.ts';

/** The importer of a kind, for one run over one file. */
export async function createImporter(db: Database, kind: TransferKind): Promise<Importer> {
  switch (kind) {
    case 'products':
      return createProductImporter(db);
    case 'prices':
      return createPriceImporter(db);
    case 'stock':
      return createStockImporter(db);
  }
}

import { Client } from 'pg';
import { insertRows, type Queryable } from '../src/testing/insert.ts';
import { composeCatalog, productsPerKind } from './catalog/catalog.ts';
import type { CatalogProduct } from './catalog/product.ts';
import { synonyms } from './catalog/synonyms.ts';
import { createIds } from './ids.ts';
import { day } from './orders/calendar.ts';
import { composePastOrders } from './past-orders.ts';
import { drawPictures, writePictures, type Pictures } from './pictures.ts';
import { createRandom } from './random.ts';
import { composeReviews } from './reviews/reviews.ts';
import { writeCampaigns } from './write-campaigns.ts';
import { writeCatalog } from './write-catalog.ts';
import { writeOrders } from './write-orders.ts';
import { writeCustomers, writeStaff } from './write-people.ts';
import { writeCollections } from './write-collections.ts';
import { writeGiftCard } from './write-gift-card.ts';
import { writePriceLists } from './write-price-lists.ts';
import { chooseSecondStock, writeLocations, writeStock } from './write-stock.ts';
import { writeTerms } from './write-terms.ts';

/** How much of a shop: the full one, or a small one of the same make for tests. */
export interface ShopSize {
  productsPerKind: number;
  orders: number;
  customers: number;
}

export interface SeedOptions {
  databaseUrl: string;
  /** Folder of media; the pictures' sources are written below it. */
  mediaDir: string;
  now: Date;
  log: (line: string) => void;
  size?: ShopSize;
}

export const fullSize: ShopSize = { productsPerKind, orders: 2000, customers: 300 };

// Any number will do, as long as nobody else locks it.
const seedLock = 7_201_936;

/**
 * Fills an empty shop: pictures into the media folder, everything else into the database in one transaction, so that
 * a seed that was interrupted leaves nothing and the next one starts afresh. A shop that is there is left alone.
 */
export async function seedShop({
  databaseUrl,
  mediaDir,
  now,
  log,
  size = fullSize,
}: SeedOptions): Promise<void> {
  const products = composeCatalog(size.productsPerKind);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [seedLock]);
    const pictures = drawPictures(products);
    await writePictures(mediaDir, pictures.sources);
    if (await isSeeded(client)) log('The shop is there already.');
    else await fillShop(client, { products, pictures, now, log, size });
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function isSeeded(db: Queryable): Promise<boolean> {
  const { rows } = await db.query('SELECT 1 FROM product LIMIT 1');
  return rows.length > 0;
}

interface Filling {
  products: readonly CatalogProduct[];
  pictures: Pictures;
  now: Date;
  log: (line: string) => void;
  size: ShopSize;
}

async function fillShop(db: Queryable, { products, pictures, now, log, size }: Filling): Promise<void> {
  const random = createRandom('turing goods');
  const newId = createIds(random);
  const opened = new Date(now.getTime() - 900 * day);
  const shelf = await writeCatalog(db, { products, pictures: pictures.byProduct, newId, now });
  await insertRows(
    db,
    'search_synonym',
    synonyms.map(({ term, words }) => ({ id: newId(opened), term, words: [...words] })),
  );
  log(`${shelf.length} products in the catalogue.`);
  const staff = await writeStaff(db, newId, opened);
  const locations = await writeLocations(db, newId, opened);
  const promotionIds = await writeTerms(db, { newId, now, locations });
  const secondHolds = chooseSecondStock(shelf);
  const context = { random, newId, now, staff, locationIds: locations, promotionIds, secondHolds };
  const { history, customers, buyers } = composePastOrders({ shelf, context, counts: size });
  await writeCustomers(db, customers, newId);
  await writeOrders(db, history);
  const sales = history.rows.stock_movement;
  await writeStock(db, { shelf, locations, secondHolds, book: history.stock, sales, newId, now });
  log(`${customers.length} customers and ${size.orders} orders.`);
  const reviews = shelf.flatMap((item) =>
    composeReviews({ random, newId, now }, item, buyers.get(item.id) ?? []),
  );
  await insertRows(db, 'review', reviews);
  log(`${reviews.length} reviews.`);
  await writePriceLists(db, { shelf, customers, newId, now });
  await writeCampaigns(db, newId, now);
  log(`${await writeCollections(db, shelf, now)} collections.`);
  await writeGiftCard(db, { newId, at: new Date(now.getTime() - 30 * day) });
}

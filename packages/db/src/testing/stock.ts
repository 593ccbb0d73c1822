import { insertRow, type Queryable } from './insert.ts';

export interface StockInput {
  onHand: number;
  /** Units that may be promised beyond what is on hand, none by default. */
  backorderLimit?: number;
  /** Code of the location; `main` by default. */
  location?: string;
}

/** The location with this code, made when it is missing. */
export async function createStockLocation(
  db: Queryable,
  code = 'main',
): Promise<{ id: string; code: string }> {
  const name = code === 'main' ? 'Main warehouse' : `Warehouse ${code}`;
  const { rows } = await db.query(
    'INSERT INTO stock_location (code, name) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET code = excluded.code RETURNING id',
    [code, name],
  );
  const [location] = rows as { id: string }[];
  if (location === undefined) throw new Error(`no stock location ${code}`);
  return { id: location.id, code };
}

/** Puts units of a variant on a shelf by the ledger row that says so. */
export async function createStock(db: Queryable, variantId: string, input: StockInput): Promise<void> {
  const location = await createStockLocation(db, input.location);
  await insertRow(db, 'stock_level', {
    variant_id: variantId,
    location_id: location.id,
    on_hand: 0,
    backorder_limit: input.backorderLimit ?? 0,
  });
  if (input.onHand === 0) return;
  await insertRow(db, 'stock_movement', {
    variant_id: variantId,
    location_id: location.id,
    quantity: input.onHand,
    reason: 'initial',
  });
}

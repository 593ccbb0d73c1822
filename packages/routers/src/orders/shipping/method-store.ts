import { randomBytes } from 'node:crypto';
import { isForeignKeyViolation, type Transaction } from '@turing/db';
import { ShopError, slugify } from '@turing/domain';
import type { MethodTerms } from './schemas.ts';

export interface LockedMethod {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  readonly version: number;
}

/** @throws SHIPPING_METHOD_NOT_FOUND */
export async function lockMethod(tx: Transaction, id: string): Promise<LockedMethod> {
  const row = await tx
    .selectFrom('shipping_method')
    .select(['id', 'code', 'name', 'active', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('SHIPPING_METHOD_NOT_FOUND', { id });
  return row;
}

async function refuseMissing<Result>(write: Promise<Result>, terms: MethodTerms): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    const { locationId } = terms;
    throw isForeignKeyViolation(error) ? new ShopError('STOCK_LOCATION_NOT_FOUND', { locationId }) : error;
  }
}

function rowOf(terms: MethodTerms) {
  return {
    name: terms.name,
    description: terms.description,
    min_days: terms.minDays,
    max_days: terms.maxDays,
    kind: terms.kind,
    basis: terms.basis,
    carrier_service: terms.carrierService,
    location_id: terms.locationId,
    pickup_address: terms.pickupAddress === null ? null : JSON.stringify(terms.pickupAddress),
    active: terms.active,
    position: terms.position,
  };
}

/** @throws STOCK_LOCATION_NOT_FOUND */
export async function insertMethod(tx: Transaction, zoneId: string, terms: MethodTerms): Promise<string> {
  // The code stays in orders and carts for good: it is made once, whatever the method is called later.
  const code = `${slugify(terms.name) || 'method'}-${randomBytes(4).toString('hex')}`;
  const row = tx
    .insertInto('shipping_method')
    .values({ ...rowOf(terms), code, zone_id: zoneId })
    .returning('id');
  const { id } = await refuseMissing(row.executeTakeFirstOrThrow(), terms);
  await writeRates(tx, id, terms);
  return id;
}

/** @throws STOCK_LOCATION_NOT_FOUND */
export async function updateMethodRow(
  tx: Transaction,
  method: LockedMethod,
  terms: MethodTerms,
): Promise<void> {
  const update = tx
    .updateTable('shipping_method')
    .set({ ...rowOf(terms), version: method.version + 1 })
    .where('id', '=', method.id);
  await refuseMissing(update.execute(), terms);
  await tx.deleteFrom('shipping_rate').where('method_id', '=', method.id).execute();
  await writeRates(tx, method.id, terms);
}

/** Orders keep what it was called and cost. */
export async function deleteMethodRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('shipping_method').where('id', '=', id).execute();
}

async function writeRates(tx: Transaction, methodId: string, { rates }: MethodTerms): Promise<void> {
  await tx
    .insertInto('shipping_rate')
    .values(
      rates.map(({ currency, amountMinor, freeOverMinor, bands }) => ({
        method_id: methodId,
        currency,
        amount_minor: amountMinor,
        free_over_minor: freeOverMinor,
        bands: JSON.stringify(bands),
      })),
    )
    .execute();
}

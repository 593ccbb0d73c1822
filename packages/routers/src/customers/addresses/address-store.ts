import type { Reader, Transaction } from '@turing/db';
import { type PostalAddress, ShopError } from '@turing/domain';
import type { SavedAddress } from './schemas.ts';

const columns = [
  'id',
  'name',
  'line1',
  'line2',
  'city',
  'region',
  'postal_code as postalCode',
  'country',
  'phone',
  'is_default as isDefaultShipping',
  'is_default_billing as isDefaultBilling',
] as const;

/** A customer's address book: the defaults first, then the newest. */
export function listAddresses(reader: Reader, customerId: string): Promise<SavedAddress[]> {
  return reader
    .selectFrom('customer_address')
    .select(columns)
    .where('customer_id', '=', customerId)
    .orderBy('is_default', 'desc')
    .orderBy('is_default_billing', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** An address of the customer's own. @throws ADDRESS_NOT_FOUND, of another's too */
export async function getAddress(reader: Reader, customerId: string, id: string): Promise<SavedAddress> {
  const row = await reader
    .selectFrom('customer_address')
    .select(columns)
    .where('id', '=', id)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('ADDRESS_NOT_FOUND', { id });
  return row;
}

function rowOf({ postalCode, ...address }: PostalAddress) {
  return { ...address, postal_code: postalCode };
}

export async function insertAddress(
  tx: Transaction,
  customerId: string,
  address: PostalAddress,
): Promise<string> {
  const { id } = await tx
    .insertInto('customer_address')
    .values({ ...rowOf(address), customer_id: customerId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

interface AddressChange {
  readonly customerId: string;
  readonly id: string;
  readonly address: PostalAddress;
  readonly now: Date;
}

/** @throws ADDRESS_NOT_FOUND, of another's too */
export async function updateAddress(tx: Transaction, change: AddressChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('customer_address')
    .set({ ...rowOf(change.address), updated_at: change.now })
    .where('id', '=', change.id)
    .where('customer_id', '=', change.customerId)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new ShopError('ADDRESS_NOT_FOUND', { id: change.id });
}

/** @throws ADDRESS_NOT_FOUND, of another's too */
export async function deleteAddress(tx: Transaction, customerId: string, id: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('customer_address')
    .where('id', '=', id)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) throw new ShopError('ADDRESS_NOT_FOUND', { id });
}

/** Makes an address the default for one purpose; whichever was it before is it no longer. */
export async function makeDefault(
  tx: Transaction,
  { customerId, id }: { readonly customerId: string; readonly id: string },
  column: 'is_default' | 'is_default_billing',
): Promise<void> {
  // A unique index allows one: the old one goes first.
  await tx
    .updateTable('customer_address')
    .set({ [column]: false })
    .where('customer_id', '=', customerId)
    .where(column, '=', true)
    .where('id', '<>', id)
    .execute();
  await tx
    .updateTable('customer_address')
    .set({ [column]: true })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .execute();
}

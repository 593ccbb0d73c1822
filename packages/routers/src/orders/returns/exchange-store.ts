import type { Reader } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import type { AddressInput } from '../../schemas.ts';

/** To whom the things of an exchange go: as the order they replace. @throws ORDER_NOT_FOUND */
export async function getBuyer(reader: Reader, orderId: string) {
  const row = await reader
    .selectFrom('order')
    .select(['customer_id as customerId', 'email', 'currency', 'shipping_address as address'])
    .where('id', '=', orderId)
    .$narrowType<{ currency: Currency; address: AddressInput }>()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('ORDER_NOT_FOUND');
  return row;
}

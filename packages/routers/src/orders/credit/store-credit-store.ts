import type { Reader } from '@turing/db';
import { type Currency, ShopError } from '@turing/domain';
import type { StoreCredit } from './account-schemas.ts';

/** The store credit of a customer by currency. @throws CUSTOMER_NOT_FOUND */
export async function listCustomerAccounts(reader: Reader, customerId: string): Promise<StoreCredit> {
  const rows = await reader
    .selectFrom('customer as c')
    .leftJoin('credit_account as a', 'a.customer_id', 'c.id')
    .select(['a.id', 'a.currency', 'a.balance_minor as balanceMinor', 'a.version'])
    .where('c.id', '=', customerId)
    .orderBy('a.currency')
    .$narrowType<{ currency: Currency | null }>()
    .execute();
  if (rows.length === 0) throw new ShopError('CUSTOMER_NOT_FOUND', { customerId });
  return rows.flatMap(({ id, currency, balanceMinor, version }) =>
    id === null || currency === null || balanceMinor === null || version === null
      ? []
      : [{ id, currency, balanceMinor, version }],
  );
}

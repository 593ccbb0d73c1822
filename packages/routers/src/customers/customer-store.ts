import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';

export interface LockedCustomer {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly marketingConsent: boolean;
  readonly tags: readonly string[];
  readonly version: number;
}

/**
 * One writer of a customer's things at a time. Rows that only refer to the customer may be written meanwhile.
 * @throws CUSTOMER_NOT_FOUND
 */
export async function lockCustomer(tx: Transaction, id: string): Promise<LockedCustomer> {
  const row = await tx
    .selectFrom('customer')
    .select([
      'id',
      'email',
      'email_verified as emailVerified',
      'marketing_consent as marketingConsent',
      'tags',
      'version',
    ])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new ShopError('CUSTOMER_NOT_FOUND', { id });
  return row;
}

import type { Reader, Transaction } from '@turing/db';
import { isForeignKeyViolation } from '@turing/db';
import { ShopError } from '@turing/domain';
import { sql } from 'kysely';
import type { LockedCustomer } from '../customer-store.ts';
import { accountColumns } from './list-store.ts';
import type { Account, AccountSession } from './schemas.ts';

type AccountHead = Omit<Account, 'addresses' | 'consents' | 'notes' | 'sessions'>;

/** @throws CUSTOMER_NOT_FOUND */
export async function getAccountHead(reader: Reader, id: string): Promise<AccountHead> {
  const { rows } = await sql<AccountHead>`
    select ${accountColumns}, c.phone, c.marketing_consent as "marketingConsent", c.version,
      (select max(o.placed_at) from "order" o where o.customer_id = c.id) as "lastOrderAt"
    from customer c where c.id = ${id}`.execute(reader);
  const [head] = rows;
  if (head === undefined) throw new ShopError('CUSTOMER_NOT_FOUND', { id });
  return head;
}

/** Where a customer is signed in, the newest first, at most 50. */
export function listSessions(reader: Reader, customerId: string, now: Date): Promise<AccountSession[]> {
  return reader
    .selectFrom('customer_session')
    .select([
      'id',
      'ip_address as ipAddress',
      'user_agent as userAgent',
      'created_at as createdAt',
      'expires_at as expiresAt',
    ])
    .where('customer_id', '=', customerId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(50)
    .$narrowType<{ createdAt: Date; expiresAt: Date }>()
    .execute();
}

/** Bumps the version, with new tags where there are any. */
export async function updateAccount(
  tx: Transaction,
  customer: LockedCustomer,
  change: { readonly tags?: string[] } = {},
): Promise<void> {
  await tx
    .updateTable('customer')
    .set({ ...change, version: customer.version + 1 })
    .where('id', '=', customer.id)
    .execute();
}

export async function listGroupIds(tx: Transaction, customerId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('customer_group_member')
    .select('group_id as id')
    .where('customer_id', '=', customerId)
    .orderBy('group_id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Puts a customer into groups and takes them out of others. @throws CUSTOMER_GROUP_NOT_FOUND */
export async function changeGroups(
  tx: Transaction,
  customerId: string,
  { joined, left }: { readonly joined: readonly string[]; readonly left: readonly string[] },
): Promise<void> {
  if (left.length > 0) {
    await tx
      .deleteFrom('customer_group_member')
      .where('customer_id', '=', customerId)
      .where('group_id', 'in', [...left])
      .execute();
  }
  if (joined.length === 0) return;
  try {
    await tx
      .insertInto('customer_group_member')
      .values(joined.map((id) => ({ customer_id: customerId, group_id: id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } catch (error) {
    throw isForeignKeyViolation(error) ? new ShopError('CUSTOMER_GROUP_NOT_FOUND') : error;
  }
}

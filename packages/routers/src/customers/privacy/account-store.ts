import { randomBytes } from 'node:crypto';
import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import type { Subject } from './request-store.ts';

export async function findCustomerEmail(
  reader: Reader,
  id: string,
): Promise<{ email: string; emailVerified: boolean } | null> {
  const row = await reader
    .selectFrom('customer')
    .select(['email', 'email_verified as emailVerified'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps everything else from referring to the customer until the transaction ends; false when there is none. */
export async function holdCustomer(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('customer')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** The guest's orders and drafts with the verified address are the customer's, and are erased with them. */
export async function takeGuestOrders(tx: Transaction, id: string): Promise<void> {
  for (const table of ['order', 'draft_order'])
    await sql`
      update ${sql.table(table)} o set customer_id = c.id from customer c
      where c.id = ${id} and c.email_verified and o.customer_id is null and o.email = c.email`.execute(tx);
}

/** By what texts could tell who the customer was: addresses, names, numbers, streets, in lower case. */
export async function readSubject(tx: Transaction, id: string): Promise<Subject> {
  const { rows } = await sql<{ email: string; words: string[] }>`
    with said as (
      select c.email as word from customer c where c.id = ${id}
      union select c.name from customer c where c.id = ${id}
      union select c.phone from customer c where c.id = ${id}
      union select unnest(array[a.name, a.line1, a.line2, a.phone]) from customer_address a where a.customer_id = ${id}
      union select unnest(array[o.email, o.shipping_address ->> 'name', o.shipping_address ->> 'line1',
        o.shipping_address ->> 'line2', o.shipping_address ->> 'phone']) from "order" o where o.customer_id = ${id}
    )
    select c.email, coalesce((select array_agg(distinct lower(trim(word))) from said where length(trim(word)) > 3), '{}') as words
    from customer c where c.id = ${id}`.execute(tx);
  const [subject] = rows;
  if (subject === undefined) throw new Error('whoever is erased is there until the end');
  return subject;
}

/** From here on nobody can sign in, and the address can have another account. */
export async function closeAccount(tx: Transaction, id: string, { email }: Subject): Promise<void> {
  for (const table of [
    'customer_session',
    'customer_account',
    'customer_passkey',
    'customer_two_factor',
  ] as const)
    await tx.deleteFrom(table).where('customer_id', '=', id).execute();
  await sql`delete from customer_verification where strpos(value, ${id}) > 0 or strpos(lower(value), ${email}) > 0`.execute(
    tx,
  );
  await sql`
    update customer set email = ${`erased-${id}-${randomBytes(6).toString('hex')}@erased.invalid`}, email_verified = false,
      name = 'Erased', phone = null, image = null, tags = '{}', version = version + 1
    where id = ${id}`.execute(tx);
}

/** The account with all that belongs to it alone. */
export async function deleteAccount(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('draft_order').where('customer_id', '=', id).execute();
  await tx.deleteFrom('customer').where('id', '=', id).execute();
}

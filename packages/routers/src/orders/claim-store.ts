import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';

/** Whether orders of a guest bear the verified address of a customer. */
export async function hasClaimable(reader: Reader, customerId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from customer c join "order" o on o.email = c.email
                   where c.id = ${customerId} and c.email_verified and o.customer_id is null) as found`.execute(
    reader,
  );
  return rows[0]?.found === true;
}

/** Gives the orders of a guest with an address to a customer, each with a line in its timeline; how many. */
export async function giveOrders(
  tx: Transaction,
  { id, email }: { readonly id: string; readonly email: string },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with given as (
      update "order" set customer_id = ${id} where customer_id is null and email = ${email} returning id
    )
    insert into order_timeline (order_id, kind, actor_kind, actor_id)
    select given.id, 'claimed', 'customer', ${id} from given returning order_id as id`.execute(tx);
  return rows.length;
}

import type { Reader } from '@turing/db';
import { deliveryDays } from '@turing/db/personal-data';
import { sql } from 'kysely';

/**
 * Orders of a customer that are not over: not paid yet, not delivered, with money on its way. One that nobody marked as
 * delivered is over some time after its last parcel.
 */
export async function listOpenOrders(reader: Reader, customerId: string, now: Date): Promise<number[]> {
  const arrived = new Date(now.getTime() - deliveryDays * 86_400_000);
  const { rows } = await sql<{ number: number }>`
    select o.number from "order" o join customer c on c.id = ${customerId}
    where (o.customer_id = c.id or (o.customer_id is null and c.email_verified and o.email = c.email)) and o.erased_at is null
      and (o.status in ('pending', 'confirmed')
        or o.status = 'shipped' and not exists (
          select from shipment s where s.order_id = o.id having max(s.shipped_at) <= ${arrived})
        or exists (select from payment p where p.order_id = o.id and (p.status = 'review'
          or exists (select from refund r where r.payment_id = p.id and r.status = 'requested'))))
    order by o.number limit 100`.execute(reader);
  return rows.map(({ number }) => number);
}

import type { Reader } from '@turing/db';

/** The token of a customer's own order. */
export async function findMyOrderToken(
  reader: Reader,
  { customerId, number }: { readonly customerId: string; readonly number: number },
): Promise<string | null> {
  const row = await reader
    .selectFrom('order')
    .select('token')
    .where('number', '=', number)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row?.token ?? null;
}

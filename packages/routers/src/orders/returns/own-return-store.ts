import type { Reader } from '@turing/db';

export async function findOrderIdByToken(reader: Reader, token: string): Promise<string | null> {
  const row = await reader.selectFrom('order').select('id').where('token', '=', token).executeTakeFirst();
  return row?.id ?? null;
}

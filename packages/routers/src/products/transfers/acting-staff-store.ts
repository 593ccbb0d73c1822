import type { Reader } from '@turing/db';

/** An active owner by address, or the first of them. */
export async function findStaffByEmail(db: Reader, email: string | null): Promise<string | null> {
  const found = await db
    .selectFrom('staff')
    .select('id')
    .where('active', '=', true)
    .$if(email === null, (query) => query.where('role', '=', 'owner'))
    .$if(email !== null, (query) => query.where('email', '=', (email ?? '').toLowerCase()))
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst();
  return found?.id ?? null;
}

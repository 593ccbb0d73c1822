import type { Reader, Transaction } from '@turing/db';

export interface StaffSessionRow {
  readonly id: string;
  readonly address: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** Sessions that still count, the last used first. */
export async function listSessions(reader: Reader, staffId: string, now: Date): Promise<StaffSessionRow[]> {
  const rows = await reader
    .selectFrom('staff_session')
    .select(['id', 'ip_address', 'user_agent', 'created_at as createdAt', 'updated_at as lastSeenAt'])
    .select('expires_at as expiresAt')
    .where('staff_id', '=', staffId)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .limit(100)
    .$narrowType<{ createdAt: Date; lastSeenAt: Date; expiresAt: Date }>()
    .execute();
  return rows.map(({ ip_address: address, user_agent: userAgent, ...row }) => ({
    ...row,
    address: address ?? '',
    userAgent: userAgent ?? '',
  }));
}

/** Whether there was one. */
export async function deleteSession(
  tx: Transaction,
  { id, staffId }: { readonly id: string; readonly staffId: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('staff_session')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** How many there were. */
export async function deleteOtherSessions(
  tx: Transaction,
  { keep, staffId }: { readonly keep: string | null; readonly staffId: string },
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('staff_session')
    .where('staff_id', '=', staffId)
    .$if(keep !== null, (query) => query.where('id', '!=', keep ?? ''))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

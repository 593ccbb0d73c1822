import type { Database, Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import { type SecurityEvent, type SecurityEventName, securityEventNames } from './security-events.ts';

/** Writes nothing when nobody has the address: the same statement, whether or not somebody does. */
export async function insertSecurityEvent(
  { pool }: Pick<Database, 'pool'>,
  told: SecurityEvent,
): Promise<void> {
  const { who, event, address, userAgent } = told;
  const [value, matches] = 'staffId' in who ? [who.staffId, 'id = $1::uuid'] : [who.email, 'email = $1'];
  await pool.query(
    `INSERT INTO staff_security_event (staff_id, event, address, user_agent)
     SELECT id, $2, $3, $4 FROM staff WHERE ${matches}`,
    [value, event, address, userAgent],
  );
}

/** In the transaction of what it tells of. */
export async function appendSecurityEvent(
  tx: Transaction,
  told: { readonly staffId: string; readonly event: SecurityEventName; readonly address: string },
): Promise<void> {
  const { staffId, event, address } = told;
  await tx.insertInto('staff_security_event').values({ staff_id: staffId, event, address }).execute();
}

export interface PastEvents {
  readonly staffId: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface PastEvent {
  readonly id: string;
  readonly event: SecurityEventName;
  readonly address: string;
  readonly userAgent: string;
  readonly createdAt: Date;
}

/** Newest first. @throws CURSOR_INVALID */
export async function listSecurityEvents(reader: Reader, { staffId, cursor, limit }: PastEvents) {
  const after = cursor === undefined ? null : decodeTimeCursor(cursor);
  const rows = await reader
    .selectFrom('staff_security_event')
    .select(['id', 'event', 'address', 'user_agent as userAgent', 'created_at as createdAt'])
    .where('staff_id', '=', staffId)
    .where('event', 'in', [...securityEventNames])
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.time}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .$narrowType<{ createdAt: Date; event: SecurityEventName }>()
    .execute();
  return pageOf<PastEvent>(rows, limit, ({ createdAt, id }) => ({ time: createdAt, id }));
}

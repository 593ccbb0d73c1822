import type { Reader } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type { GiftCardPage, GiftCardView, ListGiftCardsInput } from './account-schemas.ts';

const stateAt = (
  now: Date,
) => sql`case when a.disabled_at is not null then 'disabled' when a.expires_at <= ${now} then 'expired'
  when a.balance_minor = 0 then 'used' else 'active' end`;

const columns = (now: Date) => sql`
  a.id, a.last_four as "lastFour", a.currency, a.balance_minor as "balanceMinor", ${stateAt(now)} as state,
  (select coalesce(sum(e.amount_minor), 0)::int8 from credit_entry e where e.account_id = a.id and e.kind in ('issued', 'adjusted')) as "issuedMinor",
  a.recipient_name as "recipientName", a.recipient_email as "recipientEmail", a.order_id as "orderId", o.number as "orderNumber",
  a.expires_at as "expiresAt", a.created_at as "createdAt"`;

const orderNumber = /^#?(\d{1,9})$/u;
const endOfCode = /^[\dA-Z]{4}$/iu;

/** `%` and `_` typed by a person are text. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/gu, String.raw`\$&`)}%`;
}

function matching(query: string): RawBuilder<unknown> {
  const number = orderNumber.exec(query)?.[1];
  const ways: RawBuilder<unknown>[] = [];
  if (endOfCode.test(query)) ways.push(sql`a.last_four = ${query.toUpperCase()}`);
  if (number !== undefined)
    ways.push(sql`a.order_id in (select id from "order" where number = ${Number(number)})`);
  if (query.includes('@')) {
    const email = query.toLowerCase();
    ways.push(
      sql`a.recipient_email = ${email} or a.order_id in (select id from "order" where email = ${email})`,
    );
  }
  if (ways.length === 0)
    ways.push(
      sql`a.recipient_email ilike ${containing(query)} or a.recipient_name ilike ${containing(query)}`,
    );
  return sql`(${sql.join(ways, sql` or `)})`;
}

/** Gift cards for staff, the newest first. @throws CURSOR_INVALID */
export async function listGiftCards(
  reader: Reader,
  { query, state, cursor, limit }: ListGiftCardsInput,
  now: Date,
): Promise<GiftCardPage> {
  const conditions = [sql`a.kind = 'gift_card'`];
  if (query !== undefined && query !== '') conditions.push(sql`${matching(query)}`);
  if (state !== undefined) conditions.push(sql`${stateAt(now)} = ${state}`);
  if (cursor !== undefined) {
    const after = decodeTimeCursor(cursor);
    conditions.push(sql`(a.created_at, a.id) < (${after.time}, ${after.id}::uuid)`);
  }
  const { rows } = await sql<GiftCardPage['items'][number]>`
    select ${columns(now)} from credit_account a left join "order" o on o.id = a.order_id
    where ${sql.join(conditions, sql` and `)} order by a.created_at desc, a.id desc limit ${limit + 1}`.execute(
    reader,
  );
  return pageOf(rows, limit, ({ createdAt, id }) => ({ time: createdAt, id }));
}

/** @throws CREDIT_ACCOUNT_NOT_FOUND */
export async function getGiftCard(reader: Reader, id: string, now: Date): Promise<GiftCardView> {
  const { rows } = await sql<GiftCardView>`
    select ${columns(now)}, a.version, a.sender_name as "senderName", a.message, a.deliver_at as "deliverAt",
      a.sent_at as "sentAt", a.disabled_at as "disabledAt"
    from credit_account a left join "order" o on o.id = a.order_id
    where a.kind = 'gift_card' and a.id = ${id}`.execute(reader);
  const [card] = rows;
  if (card === undefined) throw new ShopError('CREDIT_ACCOUNT_NOT_FOUND', { id });
  return card;
}

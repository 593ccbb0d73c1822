import type { Reader, Transaction } from '@turing/db';
import { sql } from 'kysely';

export interface Remembered {
  readonly token: string;
  readonly viewer: string | null;
  readonly email: string;
  readonly consent: boolean;
  readonly wording: string;
  readonly restoreToken: string;
  readonly unsubscribeToken: string;
  readonly now: Date;
}

/** Notes whose the open cart behind a token is; false when there is none for who asks. The last answer counts. */
export async function saveRecovery(tx: Transaction, remembered: Remembered): Promise<boolean> {
  const { token, viewer, email, consent, now } = remembered;
  const wording = consent ? remembered.wording : '';
  const { rows } = await sql`
    insert into cart_recovery as r (cart_id, email, consent, wording, consented_at, restore_token, unsubscribe_token, created_at)
    select c.id, ${email}, ${consent}, ${wording}, ${consent ? now : null}::timestamptz, ${remembered.restoreToken},
      ${remembered.unsubscribeToken}, ${now}
    from cart asked join cart c on c.id = coalesce(asked.merged_into_id, asked.id)
    where asked.token = ${token} and (c.customer_id is null or c.customer_id = ${viewer}::uuid)
      and not exists (select from "order" o where o.cart_id = c.id)
    on conflict (cart_id) do update set email = excluded.email, consent = excluded.consent, wording = excluded.wording,
      consented_at = case when excluded.consent and r.consent and r.email = excluded.email then r.consented_at
        else excluded.consented_at end,
      unsubscribed_at = case when excluded.consent then null else r.unsubscribed_at end
    returning cart_id`.execute(tx);
  return rows.length > 0;
}

export interface AbandonedAt {
  /** Left before this. */
  readonly before: Date;
  /** And not longer ago than this: nobody wants to hear of a cart of last month. */
  readonly after: Date;
  readonly now: Date;
  readonly limit: number;
}

// Who agreed: a customer by the last word in the account, a guest at checkout. Whoever ordered since needs no letter.
const agreed = sql`
  from cart c left join customer p on p.id = c.customer_id left join cart_recovery r on r.cart_id = c.id
  where c.merged_into_id is null
    and case when p.id is null then r.consent else p.marketing_consent and p.email_verified end
    and exists (select from cart_line l where l.cart_id = c.id)
    and not exists (select from "order" o where o.cart_id = c.id)
    and not exists (select from "order" o where o.email = coalesce(p.email, r.email) and o.placed_at >= c.updated_at)`;

/**
 * Claims carts that were left, so that each is written about once: who inserts or sets `sent_at` first has it. The row
 * of a cart is locked; another run passes it over. Gives their ids.
 */
export async function claimAbandoned(
  tx: Transaction,
  { before, after, now, limit }: AbandonedAt,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with left_alone as (
      select c.id, coalesce(p.email, r.email) as email ${agreed}
        and c.updated_at < ${before} and c.updated_at > ${after} and r.sent_at is null
      order by c.updated_at limit ${limit} for update of c skip locked
    )
    insert into cart_recovery as r (cart_id, email, restore_token, unsubscribe_token, sent_at, created_at)
    select id, email, translate(encode(uuid_send(gen_random_uuid()) || substr(uuid_send(gen_random_uuid()), 1, 8), 'base64'), '+/', '-_'),
      translate(encode(uuid_send(gen_random_uuid()) || substr(uuid_send(gen_random_uuid()), 1, 8), 'base64'), '+/', '-_'), ${now}, ${now}
    from left_alone
    on conflict (cart_id) do update set sent_at = excluded.sent_at, email = excluded.email where r.sent_at is null
    returning cart_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface CartToWriteAbout {
  readonly email: string;
  readonly restoreToken: string;
  readonly unsubscribeToken: string;
  readonly lines: readonly {
    id: string;
    name: string;
    variant: string;
    quantity: number;
    imageKey: string | null;
  }[];
}

/** A claimed cart as it is now; null when it was ordered, emptied or its letters were stopped since. */
export async function findCartToWriteAbout(reader: Reader, cartId: string): Promise<CartToWriteAbout | null> {
  const { rows } = await sql<CartToWriteAbout>`
    select coalesce(p.email, r.email) as email, r.restore_token as "restoreToken", r.unsubscribe_token as "unsubscribeToken",
      (select json_agg(json_build_object('id', l.id, 'name', d.name, 'variant', v.name, 'quantity', l.quantity,
          'imageKey', (select m.key from product_media m where m.product_id = d.id order by m.position limit 1))
          order by l.created_at, l.id)
        from cart_line l join product_variant v on v.id = l.variant_id join product d on d.id = v.product_id
        where l.cart_id = c.id) as lines ${agreed} and c.id = ${cartId} and r.sent_at is not null`.execute(
    reader,
  );
  return rows[0] ?? null;
}

export interface RestorableCart {
  readonly cartId: string;
  readonly token: string;
  readonly customerId: string | null;
  readonly isOrdered: boolean;
}

/** The cart behind the link of a letter, or the one it went into. */
export async function findRestorable(reader: Reader, restoreToken: string): Promise<RestorableCart | null> {
  const { rows } = await sql<RestorableCart>`
    select c.id as "cartId", c.token, c.customer_id as "customerId",
      exists (select from "order" o where o.cart_id = c.id) as "isOrdered"
    from cart_recovery r join cart asked on asked.id = r.cart_id
    join cart c on c.id = coalesce(asked.merged_into_id, asked.id)
    where r.restore_token = ${restoreToken}`.execute(reader);
  return rows[0] ?? null;
}

export async function noteRestored(tx: Transaction, restoreToken: string, now: Date): Promise<void> {
  await tx
    .updateTable('cart_recovery')
    .set((row) => ({ restored_at: row.fn.coalesce('restored_at', sql<Date>`${now}`) }))
    .where('restore_token', '=', restoreToken)
    .execute();
}

/** Whose letters a link stops; null when it is none. */
export async function findUnsubscriber(
  reader: Reader,
  unsubscribeToken: string,
): Promise<{ readonly email: string; readonly customerId: string | null } | null> {
  const row = await reader
    .selectFrom('cart_recovery as r')
    .innerJoin('cart as c', 'c.id', 'r.cart_id')
    .select(['r.email', 'c.customer_id as customerId'])
    .where('r.unsubscribe_token', '=', unsubscribeToken)
    .executeTakeFirst();
  return row ?? null;
}

/** No cart of the address is written about any more, unless somebody agrees again. */
export async function stopLetters(tx: Transaction, email: string, now: Date): Promise<void> {
  await sql`
    update cart_recovery set consent = false, wording = '', unsubscribed_at = coalesce(unsubscribed_at, ${now})
    where email = ${email}`.execute(tx);
}

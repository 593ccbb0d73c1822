import type { Reader, Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { type RawBuilder, sql } from 'kysely';
import { decodeTimeCursor, pageOf } from '../../cursor.ts';
import type {
  ListPromotionsInput,
  Promotion,
  PromotionFields,
  PromotionPage,
  PromotionRow,
} from './staff-schemas.ts';

const mostCounted = sql.raw('10000');

function stateAt(at: Date): RawBuilder<unknown> {
  return sql`case when p.ends_at <= greatest(${at}::timestamptz, p.starts_at) then 'ended'
    when p.used_count >= p.usage_limit then 'used_up'
    when p.starts_at > ${at} then 'scheduled' else 'running' end`;
}

function columns(at: Date): RawBuilder<unknown> {
  return sql`p.id, p.name, p.automatic, p.benefit, p.currency, p.priority, p.exclusive, ${stateAt(at)} as state,
    json_build_object('productIds', p.product_ids, 'collectionIds', p.collection_ids, 'categoryIds', p.category_ids) as scope,
    p.minimum_subtotal_minor as "minimumSubtotalMinor", p.minimum_quantity as "minimumQuantity",
    p.customer_group_ids as "customerGroupIds", p.first_order_only as "firstOrderOnly", p.countries,
    p.starts_at as "startsAt", p.ends_at as "endsAt", p.usage_limit as "usageLimit", p.per_customer_limit as "perCustomerLimit",
    p.version, p.created_at as "createdAt", p.updated_at as "updatedAt",
    (select k.code from promotion_code k where k.promotion_id = p.id order by k.id limit 1) as code,
    (select count(*)::int from (select from promotion_code k where k.promotion_id = p.id limit ${mostCounted}) c) as "codeCount",
    (select count(*)::int from (
      select from order_promotion u where u.promotion_id = p.id and u.counted limit ${mostCounted}) c) as uses`;
}

/** Promotions, newest first. @throws CURSOR_INVALID */
export async function listPromotions(
  reader: Reader,
  input: ListPromotionsInput,
  at: Date,
): Promise<PromotionPage> {
  const conditions = [sql`true`];
  if (input.query)
    conditions.push(sql`(strpos(lower(p.name), lower(${input.query})) > 0
      or exists (select from promotion_code k where k.promotion_id = p.id and k.code = upper(${input.query})))`);
  if (input.state) conditions.push(sql`${stateAt(at)} = ${input.state}`);
  if (input.cursor) {
    const { time, id } = decodeTimeCursor(input.cursor);
    conditions.push(sql`(p.created_at, p.id) < (${time}, ${id}::uuid)`);
  }
  const { rows } = await sql<PromotionRow>`
    select ${columns(at)} from promotion p where ${sql.join(conditions, sql` and `)}
    order by p.created_at desc, p.id desc limit ${input.limit + 1}`.execute(reader);
  return pageOf(rows, input.limit, (row) => ({ time: row.createdAt, id: row.id }));
}

/** @throws PROMOTION_NOT_FOUND */
export async function getPromotion(reader: Reader, id: string, at: Date): Promise<Promotion> {
  const { rows } = await sql<PromotionRow>`
    select ${columns(at)} from promotion p where p.id = ${id}::uuid`.execute(reader);
  const [row] = rows;
  if (row === undefined) throw new ShopError('PROMOTION_NOT_FOUND', { id });
  return { ...row, names: await listNames(reader, row) };
}

async function listNames(reader: Reader, { scope, benefit, customerGroupIds }: PromotionRow) {
  const rewards = benefit.kind === 'buy_x_get_y' ? benefit.rewards : null;
  const products = [...scope.productIds, ...(rewards?.productIds ?? [])];
  const collections = [...scope.collectionIds, ...(rewards?.collectionIds ?? [])];
  const categories = [...scope.categoryIds, ...(rewards?.categoryIds ?? [])];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from product where id = any(${products}::uuid[])
    union all select id, name from collection where id = any(${collections}::uuid[])
    union all select id, name from category where id = any(${categories}::uuid[])
    union all select id, name from customer_group where id = any(${customerGroupIds}::uuid[])`.execute(
    reader,
  );
  return rows;
}

export interface LockedPromotion extends Omit<PromotionFields, 'startsAt' | 'endsAt'> {
  readonly id: string;
  readonly automatic: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly version: number;
}

/** Waits for the orders that use it now. @throws PROMOTION_NOT_FOUND */
export async function lockPromotion(tx: Transaction, id: string): Promise<LockedPromotion> {
  const { rows } = await sql<LockedPromotion>`
    select p.id, p.name, p.automatic, p.benefit, p.currency, p.priority, p.exclusive,
      json_build_object('productIds', p.product_ids, 'collectionIds', p.collection_ids, 'categoryIds', p.category_ids) as scope,
      p.minimum_subtotal_minor as "minimumSubtotalMinor", p.minimum_quantity as "minimumQuantity",
      p.customer_group_ids as "customerGroupIds", p.first_order_only as "firstOrderOnly", p.countries,
      p.starts_at as "startsAt", p.ends_at as "endsAt", p.usage_limit as "usageLimit",
      p.per_customer_limit as "perCustomerLimit", p.version
    from promotion p where p.id = ${id}::uuid for update`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new ShopError('PROMOTION_NOT_FOUND', { id });
  return row;
}

export type PromotionColumns = Omit<LockedPromotion, 'id' | 'automatic' | 'version'>;

function columnsOf(terms: PromotionColumns) {
  return {
    name: terms.name,
    benefit: JSON.stringify(terms.benefit),
    currency: terms.currency,
    priority: terms.priority,
    exclusive: terms.exclusive,
    product_ids: terms.scope.productIds,
    collection_ids: terms.scope.collectionIds,
    category_ids: terms.scope.categoryIds,
    minimum_subtotal_minor: terms.minimumSubtotalMinor,
    minimum_quantity: terms.minimumQuantity,
    customer_group_ids: terms.customerGroupIds,
    first_order_only: terms.firstOrderOnly,
    countries: terms.countries,
    starts_at: terms.startsAt,
    ends_at: terms.endsAt,
    usage_limit: terms.usageLimit,
    per_customer_limit: terms.perCustomerLimit,
  };
}

export async function insertPromotion(
  tx: Transaction,
  terms: PromotionColumns & { readonly automatic: boolean; readonly now: Date },
): Promise<string> {
  const { automatic, now: created_at } = terms;
  const row = { ...columnsOf(terms), automatic, created_at, updated_at: created_at };
  const insert = tx.insertInto('promotion').values(row).returning('id');
  return (await insert.executeTakeFirstOrThrow()).id;
}

/**
 * Writes the terms of a locked promotion and bumps its version. A limit counts the orders that hold one now: nobody can get
 * one meanwhile.
 * @throws INPUT_INVALID for a limit below that count
 */
export async function updatePromotion(
  tx: Transaction,
  { id, version }: LockedPromotion,
  { terms, now }: { readonly terms: PromotionColumns; readonly now: Date },
): Promise<void> {
  const { count: used } = await tx
    .selectFrom('order_promotion')
    .select((count) => count.fn.countAll<number>().as('count'))
    .where('promotion_id', '=', id)
    .where('counted', '=', true)
    .executeTakeFirstOrThrow();
  if (terms.usageLimit !== null && terms.usageLimit < used)
    throw new ShopError('INPUT_INVALID', { field: 'usageLimit', used });
  await tx
    .updateTable('promotion')
    .set({ ...columnsOf(terms), used_count: terms.usageLimit === null ? 0 : used })
    .set({ version: version + 1, updated_at: now })
    .where('id', '=', id)
    .execute();
}

/** Bumps the version of a locked promotion whose codes change. */
export async function touchPromotion(
  tx: Transaction,
  { id, version }: LockedPromotion,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('promotion')
    .set({ version: version + 1, updated_at: now })
    .where('id', '=', id)
    .execute();
}

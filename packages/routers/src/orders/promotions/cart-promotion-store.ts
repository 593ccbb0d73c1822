import { defineStatement, type Reader, runOn, type Transaction } from '@turing/db';
import { type RawBuilder, sql } from 'kysely';
import type { CartPromotion } from './cart-promotion.ts';

/** SQL of what the promotions of a cart depend on. */
export interface PromotionQuestion {
  /** The cart's id; null of a cart that is being made. */
  readonly cartId: RawBuilder<unknown>;
  readonly customerId: RawBuilder<unknown>;
  readonly email: RawBuilder<unknown>;
  readonly emailKey: RawBuilder<unknown>;
  readonly now: RawBuilder<unknown>;
}

function standing({ customerId, emailKey }: PromotionQuestion) {
  return sql`case
    when p.used_count >= p.usage_limit or k.used_count >= k.usage_limit then 'exhausted'
    when p.per_customer_limit is not null and exists (
      select from promotion_use u where u.promotion_id = p.id and u.used_count >= p.per_customer_limit
        and u.buyer in ('customer:' || ${customerId}, ${emailKey})) then 'used_by_you'
    else 'available' end`;
}

/** As JSON, part of another statement: the codes of a cart in the order they were typed, then what runs without one. */
export function promotionsOf(question: PromotionQuestion): RawBuilder<readonly CartPromotion[]> {
  const { cartId, customerId, email, now } = question;
  return sql<readonly CartPromotion[]>`(
    select coalesce(json_agg(json_build_object('id', p.id, 'version', p.version, 'codeId', k.id, 'code', k.code, 'name', p.name,
      'benefit', p.benefit, 'currency', p.currency, 'priority', p.priority, 'exclusive', p.exclusive,
      'scope', json_build_object('productIds', p.product_ids, 'collectionIds', p.collection_ids, 'categoryIds', p.category_ids),
      'minimumSubtotalMinor', p.minimum_subtotal_minor, 'minimumQuantity', p.minimum_quantity,
      'customerGroupIds', p.customer_group_ids, 'firstOrderOnly', p.first_order_only, 'countries', p.countries,
      'startsAt', p.starts_at, 'endsAt', p.ends_at, 'standing', ${standing(question)},
      'buyerGroupIds', case when cardinality(p.customer_group_ids) > 0 then array(
        select m.group_id from customer_group_member m where m.customer_id = ${customerId}) else '{}' end,
      'isFirstOrder', case when p.first_order_only and coalesce(${customerId}::text, ${email}) is not null then not exists (
        select from "order" o where (o.customer_id = ${customerId} or o.email = ${email}) and o.status not in ('cancelled', 'expired')) end
    ) order by k.id is null, held.since, p.id), '[]')
    from (
      select held.promotion_id, held.code_id, held.created_at as since from cart_promotion held where held.cart_id = ${cartId}
      union all
      select a.id, null, a.starts_at from promotion a
      where a.automatic and a.starts_at <= ${now} and (a.ends_at is null or a.ends_at > ${now})
    ) held
    join promotion p on p.id = held.promotion_id
    left join promotion_code k on k.id = held.code_id)`;
}

interface CodeRow {
  readonly id: string;
  readonly promotionId: string;
}

const findCodeOf = defineStatement<{ readonly code: string }, CodeRow>('promotion_code_find', (db, param) =>
  db
    .selectFrom('promotion_code')
    .select(['id', 'promotion_id as promotionId'])
    .where('code', '=', param('code')),
);

/** A code as people type it. */
export async function findCode(reader: Reader, code: string): Promise<CodeRow | null> {
  const [row] = await runOn(reader, findCodeOf, { code: code.toUpperCase() });
  return row ?? null;
}

/** Puts a code on a cart, once. */
export async function addCartPromotion(tx: Transaction, cartId: string, code: CodeRow): Promise<void> {
  await tx
    .insertInto('cart_promotion')
    .values({ cart_id: cartId, promotion_id: code.promotionId, code_id: code.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes one code off a cart, or every one. */
export async function removeCartPromotions(
  tx: Transaction,
  cartId: string,
  codeId: string | null,
): Promise<void> {
  let gone = tx.deleteFrom('cart_promotion').where('cart_id', '=', cartId);
  if (codeId !== null) gone = gone.where('code_id', '=', codeId);
  await gone.execute();
}

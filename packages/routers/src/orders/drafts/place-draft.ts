import { appendEvents, type Transaction } from '@turing/db';
import {
  isPaidLater,
  normaliseAddress,
  type PaymentMethod,
  ShopError,
  validateAddress,
} from '@turing/domain';
import type { Context } from '../../context.ts';
import type { StaffContext } from '../../customers/index.ts';
import { allocateLines, recordSales, releaseOfDraft, type StockAllocation } from '../../products/index.ts';
import { confirmOrder } from '../confirm-order.ts';
import type { Actor } from '../order-store.ts';
import { insertOrderRows, taxesOf } from '../place-order-store.ts';
import { newSecretToken } from '../secret-token.ts';
import { type Draft, lockDraft, touchDraft } from './draft-store.ts';
import { type DraftItem, loadPricedDraft, type PricedDraft } from './price-draft.ts';
import type { AcceptDraftInput, DraftContent, PlaceDraftInput } from './schemas.ts';
import { changeDraft } from './write-draft.ts';

const hourMs = 3_600_000;

/**
 * Makes the order of a draft that its buyer accepts on its page: once, whoever asks how often. It waits for its payment as
 * long as the link stands, and an hour at least.
 * @throws DRAFT_NOT_FOUND, of one that was not sent or is over, too; EDIT_TOTAL_CHANGED with `totalMinor`;
 * PRODUCT_OUT_OF_STOCK; DRAFT_INCOMPLETE
 */
export async function acceptDraft(
  ctx: Pick<Context, 'db' | 'now'>,
  input: AcceptDraftInput,
): Promise<{ orderToken: string }> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    const draft = await lockDraft(tx, { token: input.token });
    if (draft.orderToken !== null) return { orderToken: draft.orderToken };
    const { linkExpiresAt, customerId } = draft;
    if (linkExpiresAt === null || linkExpiresAt <= now) throw new ShopError('DRAFT_NOT_FOUND');
    const placed = await place(tx, draft, {
      now,
      method: 'card',
      expiresAt: new Date(Math.max(linkExpiresAt.getTime(), now.getTime() + hourMs)),
      expectedTotalMinor: input.expectedTotalMinor,
      actor: customerId === null ? { kind: 'guest', id: null } : { kind: 'customer', id: customerId },
    });
    await touchDraft(tx, draft, { now, order_id: placed.orderId });
    return { orderToken: placed.orderToken };
  });
}

/**
 * Makes the order of a draft that is paid by invoice or on delivery; its money is written down on the order.
 * @throws DRAFT_INCOMPLETE, PRODUCT_OUT_OF_STOCK, and as `changeDraft`
 */
export async function placeDraft(ctx: StaffContext, input: PlaceDraftInput): Promise<{ orderId: string }> {
  const { id } = await changeDraft(ctx, { operation: 'drafts.place', input }, async (tx, draft) => {
    const now = ctx.now();
    const { orderId } = await place(tx, draft, {
      now,
      method: input.paymentMethod,
      expiresAt: now,
      expectedTotalMinor: null,
      actor: { kind: 'staff', id: ctx.staff.id },
    });
    return { version: await touchDraft(tx, draft, { now, order_id: orderId }), after: { orderId } };
  });
  const { orderId } = await ctx.db.transaction((tx) => lockDraft(tx, { id }));
  if (orderId === null) throw new ShopError('DRAFT_NOT_FOUND');
  return { orderId };
}

interface Placing {
  readonly now: Date;
  readonly method: PaymentMethod;
  readonly expiresAt: Date;
  /** Null where nobody was shown one. */
  readonly expectedTotalMinor: number | null;
  readonly actor: Actor;
  /** What is paid already, of what the order comes to. */
  readonly creditOf?: (totalMinor: number) => number;
}

/** Writes the order of a draft, or of anything that has its content, with its stock allocated. */
export async function place(tx: Transaction, draft: Pick<Draft, 'id'> & DraftContent, placing: Placing) {
  const priced = await loadPricedDraft(tx, draft, placing.now);
  const { missing, items } = priced;
  const totalMinor = priced.priced?.totalMinor;
  if (missing.length > 0 || totalMinor === undefined) throw new ShopError('DRAFT_INCOMPLETE', { missing });
  const { expectedTotalMinor } = placing;
  if (expectedTotalMinor !== null && expectedTotalMinor !== totalMinor)
    throw new ShopError('EDIT_TOTAL_CHANGED', { totalMinor });
  const creditMinor = placing.creditOf?.(totalMinor) ?? 0;
  const isFree = totalMinor === creditMinor;
  await releaseOfDraft(tx, draft.id, placing.now);
  const allocations = await allocateAll(tx, items);
  const isAccepted = isPaidLater(placing.method) && !isFree;
  const orderToken = newSecretToken();
  const { id: orderId } = await insertOrderRows(tx, {
    order: orderRow(draft, priced, { ...placing, isAccepted, creditMinor, token: orderToken }),
    lines: lineRows(priced, allocations),
    taxes: taxesOf({ priced: { taxes: [...(priced.priced?.taxes ?? [])] } }),
    promotions: [],
    method: placing.method,
    actor: placing.actor,
  });
  await announce(tx, { ...placing, orderId, isAccepted, isFree });
  if (isAccepted) await recordSales(tx, allocations);
  return { orderId, orderToken, totalMinor, creditMinor };
}

/** One by one: two lines may be of one variant. */
async function allocateAll(tx: Transaction, items: readonly DraftItem[]): Promise<StockAllocation[]> {
  const taken = new Map<DraftItem, StockAllocation>();
  for (const each of items.toSorted((a, b) => a.item.variantId.localeCompare(b.item.variantId))) {
    const [allocation] = await allocateLines(tx, [each.line]);
    if (allocation !== undefined) taken.set(each, allocation);
  }
  return items.flatMap((each) => taken.get(each) ?? []);
}

interface Row extends Placing {
  readonly isAccepted: boolean;
  readonly creditMinor: number;
  readonly token: string;
}

function orderRow(draft: DraftContent, { priced, offer }: PricedDraft, row: Row) {
  const { address, email } = draft;
  if (priced === null || offer === null || address === null || email === null)
    throw new ShopError('DRAFT_INCOMPLETE');
  const fields = validateAddress(address);
  if (fields.length > 0) throw new ShopError('ADDRESS_INVALID', { fields });
  return {
    token: row.token,
    customer_id: draft.customerId,
    email,
    currency: draft.currency,
    subtotal_minor: priced.subtotalMinor,
    discount_minor: priced.discountMinor,
    shipping_minor: priced.shippingMinor,
    shipping_tax_minor: priced.shippingTaxMinor,
    tax_minor: priced.taxMinor,
    tax_inclusive: priced.taxInclusive,
    total_minor: priced.totalMinor,
    credit_minor: row.creditMinor,
    shipping_method: offer.code,
    shipping_name: offer.name,
    shipping_address: normaliseAddress(address),
    country: address.country,
    note: draft.note,
    placed_at: row.now,
    expires_at: row.expiresAt,
    status: row.isAccepted ? 'confirmed' : 'pending',
    confirmed_at: row.isAccepted ? row.now : null,
  };
}

function lineRows({ items, priced }: PricedDraft, allocations: readonly StockAllocation[]) {
  return items.map(({ item }, index) => {
    const line = priced?.lines[index];
    const allocation = allocations[index];
    if (line === undefined || allocation === undefined) throw new Error('each line is priced and allocated');
    return {
      variant_id: item.variantId,
      location_id: allocation.locationId,
      position: index + 1,
      sku: item.sku,
      product_name: item.productName,
      product_slug: item.productSlug,
      variant_name: item.variantName,
      image_key: item.imageKey,
      kind: item.kind,
      gifts: [],
      quantity: line.quantity,
      unit_price_minor: line.unitPriceMinor,
      subtotal_minor: line.subtotalMinor,
      discount_minor: line.discountMinor,
      discounts: [],
      tax_minor: line.taxMinor,
      tax_rate_ppm: line.taxRatePpm,
      total_minor: line.totalMinor,
    };
  });
}

interface Announced extends Placing {
  readonly orderId: string;
  readonly isAccepted: boolean;
  readonly isFree: boolean;
}

/** As of any order: one that is free or paid later is confirmed at once, any other ends when its time is over. */
async function announce(tx: Transaction, announced: Announced): Promise<void> {
  const { orderId, isAccepted, isFree, expiresAt, now } = announced;
  const expiry = { task: 'expire-order', payload: { orderId }, key: `expire:${orderId}`, runAt: expiresAt };
  const placed = { type: 'order.placed', entityId: orderId, payload: {} };
  const confirmed = { ...placed, type: 'order.confirmed' };
  await appendEvents(tx, isAccepted ? [placed, confirmed] : [placed], isAccepted || isFree ? [] : [expiry]);
  if (isFree) await confirmOrder(tx, { orderId, now });
}

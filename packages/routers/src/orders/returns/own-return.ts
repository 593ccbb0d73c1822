import type { Transaction } from '@turing/db';
import { returnableQuantity, returnWindowEnd, ShopError } from '@turing/domain';
import { assertVersion } from '../../customers/index.ts';
import { once } from '../../idempotency/idempotency-store.ts';
import type { ShopContext } from '../context.ts';
import { listMessages } from '../notes/note-store.ts';
import { type Actor, type LockedOrder, lockOrder } from '../order-store.ts';
import { changeReturn } from './change-return.ts';
import { openReturn } from './open-return.ts';
import { findOrderIdByToken } from './own-return-store.ts';
import { listReturnsOf } from './return-read-store.ts';
import { lockReturn } from './return-store.ts';
import { getPolicy, loadReturnable } from './returnable-store.ts';
import type { OrderReturns, RequestReturnInput, SendReturnInput, WithdrawReturnInput } from './schemas.ts';

type OwnContext = Pick<ShopContext, 'db' | 'now' | 'findCustomer'>;

/** The returns of the order a secret link opens, and what else can be sent back. @throws ORDER_NOT_FOUND */
export async function findOwnReturns(
  ctx: Pick<OwnContext, 'db' | 'now'>,
  token: string,
): Promise<OrderReturns> {
  const { reader } = ctx.db;
  const orderId = await findOrderIdByToken(reader, token);
  if (orderId === null) throw new ShopError('ORDER_NOT_FOUND');
  const [returns, returnable, policy, messages] = await Promise.all([
    listReturnsOf(reader, orderId),
    loadReturnable(reader, orderId),
    getPolicy(reader),
    listMessages(reader, orderId),
  ]);
  const windowEndsAt = returnWindowEnd(returnable, policy.windowDays);
  const open = windowEndsAt !== null && windowEndsAt >= ctx.now();
  return {
    returns,
    returnable: (open ? returnable.lines : [])
      .map((line) => ({ orderLineId: line.orderLineId, quantity: returnableQuantity(line) }))
      .filter(({ quantity }) => quantity > 0),
    windowEndsAt,
    instructions: policy.instructions,
    storeCredit: returnable.customerId !== null,
    messages,
  };
}

/**
 * A buyer asks to send things back, by the order's secret link.
 * @throws ORDER_NOT_FOUND, RETURN_NOT_ALLOWED, RETURN_QUANTITY_INVALID, STORE_CREDIT_NEEDS_ACCOUNT, IDEMPOTENCY_KEY_REUSED
 */
export async function requestReturn(ctx: OwnContext, input: RequestReturnInput): Promise<OrderReturns> {
  return writeOwn(ctx, { operation: 'returns.request', input }, async (tx, order, actor) => {
    await openReturn(tx, order, { ...input, actor, now: ctx.now() });
  });
}

/**
 * A buyer keeps the things after all, before they are sent.
 * @throws ORDER_NOT_FOUND, RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function withdrawReturn(ctx: OwnContext, input: WithdrawReturnInput): Promise<OrderReturns> {
  return writeOwn(ctx, { operation: 'returns.withdraw', input }, async (tx, order, actor) => {
    const back = await lockReturn(tx, { id: input.returnId, orderId: order.id });
    assertVersion(input.version, back.version);
    await changeReturn(tx, back, { event: 'cancelled', actor });
  });
}

/**
 * A buyer says that the parcel is on its way.
 * @throws ORDER_NOT_FOUND, RETURN_NOT_FOUND, RETURN_TRANSITION_REFUSED, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function sendReturn(ctx: OwnContext, input: SendReturnInput): Promise<OrderReturns> {
  const { carrier, trackingNumber } = input;
  return writeOwn(ctx, { operation: 'returns.send', input }, async (tx, order, actor) => {
    const back = await lockReturn(tx, { id: input.returnId, orderId: order.id });
    assertVersion(input.version, back.version);
    await changeReturn(tx, back, {
      event: 'sent',
      actor,
      change: { carrier, tracking_number: trackingNumber },
    });
  });
}

interface OwnWrite {
  readonly operation: string;
  readonly input: { readonly token: string; readonly idempotencyKey: string };
}

/** One change by whoever holds the link: once per key of the order. Lock order: order, the key, the return. */
async function writeOwn(
  ctx: OwnContext,
  { operation, input }: OwnWrite,
  change: (tx: Transaction, order: LockedOrder, actor: Actor) => Promise<void>,
): Promise<OrderReturns> {
  const customer = await ctx.findCustomer();
  const actor: Actor =
    customer === null ? { kind: 'guest', id: null } : { kind: 'customer', id: customer.id };
  await ctx.db.transaction(async (tx) => {
    const order = await lockOrder(tx, { token: input.token });
    const identity = { scope: `order:${order.id}`, key: input.idempotencyKey, operation, input };
    return once(tx, identity, async () => {
      await change(tx, order, actor);
      return null;
    });
  });
  return findOwnReturns(ctx, input.token);
}

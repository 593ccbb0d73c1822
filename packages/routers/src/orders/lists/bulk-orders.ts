import { createHash } from 'node:crypto';
import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { cancelOrder } from '../cancel-order.ts';
import { deliverOrder } from '../deliver-order.ts';
import { shipRest } from '../ship-order.ts';
import { setTags } from '../tags/set-tags.ts';
import type {
  BulkCancelInput,
  BulkDeliverInput,
  BulkOutcomes,
  BulkShipInput,
  BulkTagInput,
} from './schemas.ts';

interface Bulk {
  readonly orders: readonly Chosen[];
  readonly idempotencyKey: string;
}

interface Chosen {
  readonly id: string;
  readonly version: number;
}

/**
 * Does one thing to each order in a transaction of its own, under a key of its own: what fails for one keeps none of the
 * others back, and a repeat does what is left to do. Refusals are outcomes; anything else ends the call, to be repeated.
 */
async function forEach(
  { orders, idempotencyKey }: Bulk,
  change: (order: Chosen & { readonly idempotencyKey: string }) => Promise<unknown>,
): Promise<BulkOutcomes> {
  const outcomes: BulkOutcomes['outcomes'] = [];
  for (const { id, version } of orders) {
    const reason = await reasonOf(change({ id, version, idempotencyKey: keyFor(idempotencyKey, id) }));
    outcomes.push({ id, done: reason === null, reason });
  }
  return { outcomes };
}

async function reasonOf(change: Promise<unknown>): Promise<string | null> {
  try {
    await change;
    return null;
  } catch (error) {
    if (error instanceof ShopError) return error.code;
    throw error;
  }
}

function keyFor(key: string, orderId: string): string {
  return createHash('sha256').update(`${key}:${orderId}`).digest('base64url');
}

/** Ships what is left of each order, in one parcel each. */
export function bulkShip(ctx: StaffContext, input: BulkShipInput): Promise<BulkOutcomes> {
  const { carrier, trackingNumbers } = input;
  return forEach(input, (order) =>
    shipRest(ctx, {
      ...order,
      carrier,
      trackingNumber: trackingNumbers[order.id] ?? null,
      trackingUrl: null,
    }),
  );
}

/** Adds and removes tags of each order; tags have no version, so that none is refused for one. */
export function bulkTag(ctx: StaffContext, input: BulkTagInput): Promise<BulkOutcomes> {
  const { add, remove } = input;
  return forEach(input, ({ id, idempotencyKey }) => setTags(ctx, { id, idempotencyKey, add, remove }));
}

/** Records that each order has arrived. */
export function bulkDeliver(ctx: StaffContext, input: BulkDeliverInput): Promise<BulkOutcomes> {
  return forEach(input, (order) => deliverOrder(ctx, order));
}

/** Cancels each order that nothing of was shipped. */
export function bulkCancel(ctx: StaffContext, input: BulkCancelInput): Promise<BulkOutcomes> {
  const { reason } = input;
  return forEach(input, (order) => cancelOrder(ctx, { ...order, reason }));
}

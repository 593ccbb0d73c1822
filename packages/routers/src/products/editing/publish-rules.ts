import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import { findUnsellable, type LockedProduct, type ProductFields } from './product-store.ts';

type Schedule = Pick<ProductFields, 'status' | 'publishedAt' | 'unpublishAt'>;

/**
 * The times a product has after a change: what becomes active is published at once unless a time is set, and an end that
 * has passed no longer holds.
 * @throws INPUT_INVALID when it would end before it starts
 */
export function scheduleOf(product: Schedule, changes: Partial<Schedule>, now: Date): Partial<Schedule> {
  const next = { ...product, ...changes };
  const activated = next.status === 'active' && product.status !== 'active';
  if (next.status === 'active') next.publishedAt ??= now;
  if (
    activated &&
    changes.unpublishAt === undefined &&
    next.unpublishAt !== null &&
    next.unpublishAt <= now
  ) {
    next.unpublishAt = null;
  }
  const { publishedAt, unpublishAt } = next;
  if (publishedAt !== null && unpublishAt !== null && unpublishAt <= publishedAt) {
    throw new ShopError('INPUT_INVALID', { field: 'unpublishAt' });
  }
  return { status: next.status, publishedAt, unpublishAt };
}

/** @throws PRODUCT_NOT_PUBLISHABLE with the `ids` and `names` that become active without anything to sell */
export async function assertPublishable(
  tx: Transaction,
  products: readonly LockedProduct[],
  status: ProductFields['status'] | undefined,
): Promise<void> {
  if (status !== 'active') return;
  const activated = products.filter((product) => product.status !== 'active');
  const ids = await findUnsellable(
    tx,
    activated.map(({ id }) => id),
  );
  if (ids.length === 0) return;
  const names = activated.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  throw new ShopError('PRODUCT_NOT_PUBLISHABLE', { ids, names });
}

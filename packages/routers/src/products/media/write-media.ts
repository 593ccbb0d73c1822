import type { Transaction } from '@turing/db';
import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { writeProduct } from '../editing/write-product.ts';
import { getProductMedia, listMedia, type MediaItem } from './product-media-store.ts';
import type { ProductMediaView } from './schemas.ts';

interface MediaWrite {
  readonly productId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

type Facts = { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> };

/**
 * One change of a product's pictures by staff, as an edit of the product.
 * @throws PRODUCT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function writeMedia(
  ctx: StaffContext,
  write: { readonly operation: string; readonly input: MediaWrite },
  change: (tx: Transaction, items: readonly MediaItem[]) => Promise<Facts>,
): Promise<ProductMediaView> {
  const { productId } = write.input;
  const input = { ...write.input, id: productId };
  await writeProduct(ctx, { operation: write.operation, input }, async (tx) =>
    change(tx, await listMedia(tx, productId)),
  );
  return getProductMedia(ctx.db, productId);
}

/** @throws MEDIA_NOT_FOUND */
export function getItem(items: readonly MediaItem[], mediaId: string): MediaItem {
  const item = items.find(({ id }) => id === mediaId);
  if (item === undefined) throw new ShopError('MEDIA_NOT_FOUND', { mediaId });
  return item;
}

export function idsOf(items: readonly MediaItem[]): string[] {
  return items.map(({ id }) => id);
}

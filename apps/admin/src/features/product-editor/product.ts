import type { RouterOutputs } from '@turing/client';

export type StaffProduct = RouterOutputs['products']['staff']['get'];
export type ProductChoices = RouterOutputs['products']['staff']['choices'];
export type ProductState = StaffProduct['status'];

/** What the shop shows of a product, and when. */
export type Visibility = 'draft' | 'scheduled' | 'visible' | 'unsellable' | 'ended' | 'archived';

/** Whether shoppers can see a product now; an active one may still wait for its day or have nothing to sell. */
export function visibilityOf(
  product: Pick<StaffProduct, 'status' | 'publishedAt' | 'unpublishAt' | 'sellableCount'>,
  now: Date = new Date(),
): Visibility {
  const { status, publishedAt, unpublishAt, sellableCount } = product;
  if (status !== 'active') return status;
  if (unpublishAt !== null && new Date(unpublishAt) <= now) return 'ended';
  if (publishedAt === null || new Date(publishedAt) > now) return 'scheduled';
  return sellableCount === 0 ? 'unsellable' : 'visible';
}

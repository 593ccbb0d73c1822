import { ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import {
  deleteMedia,
  listVariantsShowing,
  placeMedia,
  showInVariants,
  updateAlt,
} from './product-media-store.ts';
import type {
  AssignToVariantsInput,
  ProductMediaView,
  RemoveInput,
  ReorderInput,
  SetAltInput,
} from './schemas.ts';
import { getItem, idsOf, writeMedia } from './write-media.ts';

/**
 * Says what a picture shows, for those who do not see it.
 * @throws MEDIA_NOT_FOUND, PRODUCT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function setAlt(ctx: StaffContext, input: SetAltInput): Promise<ProductMediaView> {
  return writeMedia(ctx, { operation: 'products.media.setAlt', input }, async (tx, items) => {
    const { id, alt } = getItem(items, input.mediaId);
    await updateAlt(tx, id, input.alt);
    return { before: { mediaId: id, alt }, after: { mediaId: id, alt: input.alt } };
  });
}

/**
 * Gives the pictures of a product the order in which they are named: all of them, each once.
 * @throws MEDIA_NOT_FOUND for one that is not the product's, INPUT_INVALID for one that is missing or named twice,
 * PRODUCT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function reorderMedia(ctx: StaffContext, input: ReorderInput): Promise<ProductMediaView> {
  return writeMedia(ctx, { operation: 'products.media.reorder', input }, async (tx, items) => {
    const { mediaIds } = input;
    for (const id of mediaIds) getItem(items, id);
    if (new Set(mediaIds).size !== items.length || mediaIds.length !== items.length) {
      throw new ShopError('INPUT_INVALID', { field: 'mediaIds', expected: items.length });
    }
    await placeMedia(tx, input.productId, mediaIds);
    return { before: { order: idsOf(items) }, after: { order: mediaIds } };
  });
}

/**
 * Takes a picture away from a product and from the variants that show it. Its file goes when no order needs it.
 * @throws MEDIA_NOT_FOUND, PRODUCT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function removeMedia(ctx: StaffContext, input: RemoveInput): Promise<ProductMediaView> {
  return writeMedia(ctx, { operation: 'products.media.remove', input }, async (tx, items) => {
    const { id, key, alt } = getItem(items, input.mediaId);
    const variantIds = await listVariantsShowing(tx, id);
    await deleteMedia(tx, id);
    await placeMedia(
      tx,
      input.productId,
      idsOf(items).filter((other) => other !== id),
    );
    return { before: { mediaId: id, key, alt, position: idsOf(items).indexOf(id), variantIds }, after: {} };
  });
}

/**
 * Chooses the variants that show a picture: these, and no others.
 * @throws MEDIA_NOT_FOUND, VARIANT_NOT_FOUND, PRODUCT_NOT_FOUND, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED
 */
export async function assignToVariants(
  ctx: StaffContext,
  input: AssignToVariantsInput,
): Promise<ProductMediaView> {
  return writeMedia(ctx, { operation: 'products.media.assignToVariants', input }, async (tx, items) => {
    const { productId, variantIds } = input;
    const { id: mediaId } = getItem(items, input.mediaId);
    const before = await listVariantsShowing(tx, mediaId);
    await showInVariants(tx, { productId, mediaId }, variantIds);
    return { before: { mediaId, variantIds: before }, after: { mediaId, variantIds } };
  });
}

import { type OrderPricing, priceOrder, ShopError } from '@turing/domain';
import type { StaffContext } from '../../customers/index.ts';
import { loadPurchasables } from '../../products/index.ts';
import type { PreviewPromotionInput, PromotionPreview } from './staff-schemas.ts';
import { viewReason } from './view-promotions.ts';

const noTax = { ratePpm: 0, inclusive: true, shippingTaxed: false };

/**
 * What a promotion that is still being written would do to a cart, at today's prices and while it runs. Writes nothing.
 * @throws VARIANT_NOT_FOUND, PRICE_UNAVAILABLE
 */
export async function previewPromotion(
  ctx: Pick<StaffContext, 'db' | 'now'>,
  { cart, ...terms }: PreviewPromotionInput,
): Promise<PromotionPreview> {
  const variantIds = cart.lines.map(({ variantId }) => variantId);
  const question = { currency: cart.currency, customerId: null, at: ctx.now(), withGroups: true };
  const purchasables = await loadPurchasables(ctx.db.reader, variantIds, question);
  const items = cart.lines.map(({ variantId, quantity }) => {
    const item = purchasables.get(variantId);
    if (item === undefined) throw new ShopError('VARIANT_NOT_FOUND', { variantId });
    if (item.priceMinor === null) throw new ShopError('PRICE_UNAVAILABLE', { variantId });
    return { item, variantId, quantity, unitPriceMinor: item.priceMinor };
  });
  const at = new Date(terms.startsAt);
  const priced = priceOrder({
    currency: cart.currency,
    lines: items.map(({ item, variantId, quantity, unitPriceMinor }) => ({
      id: variantId,
      quantity,
      unitPriceMinor,
      isGiftCard: item.kind === 'gift_card',
      productId: item.productId,
      collectionIds: item.collectionIds ?? [],
      categoryIds: item.categoryIds ?? [],
    })),
    promotions: [{ ...terms, id: 'preview', code: null, startsAt: at, endsAt: null, standing: 'available' }],
    buyer: {
      at,
      country: cart.country,
      customerGroupIds: cart.inGroups ? terms.customerGroupIds : [],
      isFirstOrder: cart.isFirstOrder,
    },
    shipping: { amountMinor: cart.shippingMinor, freeOverMinor: null },
    tax: noTax,
  });
  return view(priced, items);
}

function view(
  priced: OrderPricing,
  items: readonly { readonly item: { readonly productName: string; readonly variantName: string } }[],
): PromotionPreview {
  const reason = priced.promotions[0]?.reason ?? null;
  return {
    lines: priced.lines.map(({ id, quantity, subtotalMinor, discountMinor }, index) => ({
      variantId: id,
      productName: items[index]?.item.productName ?? '',
      variantName: items[index]?.item.variantName ?? '',
      quantity,
      subtotalMinor,
      discountMinor,
    })),
    subtotalMinor: priced.subtotalMinor,
    discountMinor: priced.discountMinor,
    shippingMinor: priced.shippingMinor,
    shippingDiscountMinor: priced.shippingDiscountMinor,
    totalMinor: priced.totalMinor,
    applied: priced.promotions[0]?.applied === true,
    reason: reason && viewReason(reason, []),
  };
}

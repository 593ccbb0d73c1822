import { type PriceLineInput, priceOrder } from '@turing/domain';
import type { Purchasable } from '../products/index.ts';
import type { Cart, CartLine } from './cart-store.ts';
import type { CartLineView, CartView } from './cart-schemas.ts';
import { isDigitalCart } from './credit/digital-cart.ts';
import { tenderCart } from './credit/tender-cart.ts';
import { buyerOf, toTerms } from './promotions/cart-promotion.ts';
import { viewPromotions } from './promotions/view-promotions.ts';

const mostPerLine = 99;
const noTax = { ratePpm: 0, inclusive: true, shippingTaxed: false };

export interface CartContents {
  readonly cart: Cart;
  readonly purchasables: ReadonlyMap<string, Purchasable>;
  readonly now: Date;
}

/** The lines of a cart as the pricing reads them, at today's prices. */
export function linesToPrice({ cart, purchasables }: CartContents): PriceLineInput[] {
  return cart.lines.map((line) => {
    const item = purchasables.get(line.variantId);
    return {
      id: line.id,
      quantity: line.quantity,
      unitPriceMinor: item?.priceMinor ?? line.seenPriceMinor,
      isGiftCard: item?.kind === 'gift_card',
      taxCategory: item?.taxCategory ?? 'standard',
      ...(item && { productId: item.productId }),
      collectionIds: item?.collectionIds ?? [],
      categoryIds: item?.categoryIds ?? [],
    };
  });
}

/** What promotions need to know of a cart; the country is null before checkout. */
export function promotionsToPrice({ cart, now }: CartContents, country: string | null) {
  const { promotions } = cart;
  return { promotions: promotions.map(toTerms), buyer: buyerOf(promotions, { now, country }) };
}

function noticeOf(line: CartLine, item: Purchasable | undefined): CartLineView['notice'] {
  if (item === undefined || !item.sellable || item.priceMinor === null) return 'unavailable';
  if (item.available <= 0) return 'out_of_stock';
  if (item.available < line.quantity) return 'insufficient_stock';
  return item.priceMinor === line.seenPriceMinor ? null : 'price_changed';
}

function viewLine(line: CartLine, item: Purchasable | undefined): CartLineView {
  const unitPriceMinor = item?.priceMinor ?? line.seenPriceMinor;
  return {
    id: line.id,
    variantId: line.variantId,
    sku: item?.sku ?? '',
    productSlug: item?.productSlug ?? '',
    productName: item?.productName ?? '',
    variantName: item?.variantName ?? '',
    image: item?.image ?? null,
    quantity: line.quantity,
    available: Math.min(mostPerLine, item?.available ?? 0),
    unitPriceMinor,
    seenPriceMinor: line.seenPriceMinor,
    compareAtMinor: item?.compareAtMinor ?? null,
    subtotalMinor: unitPriceMinor * line.quantity,
    kind: item?.kind ?? 'goods',
    gifts: [...line.gifts],
    notice: noticeOf(line, item),
  };
}

/** The cart as a shopper sees it: today's prices, today's stock, and what changed since the last look. */
export function viewCart(contents: CartContents): CartView {
  const { cart, purchasables } = contents;
  const lines = cart.lines.map((line) => viewLine(line, purchasables.get(line.variantId)));
  const priced = priceOrder({
    currency: cart.currency,
    lines: linesToPrice(contents),
    ...promotionsToPrice(contents, null),
    shipping: null,
    tax: noTax,
  });
  const { credits, creditMinor, dueMinor } = tenderCart(contents, priced);
  return {
    token: cart.token,
    currency: cart.currency,
    lines,
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    subtotalMinor: priced.subtotalMinor,
    discountMinor: priced.discountMinor,
    totalMinor: priced.totalMinor,
    promotions: viewPromotions(cart.promotions, priced.promotions),
    credits,
    creditMinor,
    dueMinor,
    storeCreditMinor: cart.storeCreditMinor,
    isDigital: isDigitalCart(contents),
    ready: lines.length > 0 && lines.every((line) => line.notice === null || line.notice === 'price_changed'),
  };
}

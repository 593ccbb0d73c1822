import { priceOrder, type PromotionBuyer, type PromotionTerms } from '@turing/domain';
import type { Purchasable } from '../products/index.ts';
import type { Cart, CartLine, CartPromotion } from './cart-store.ts';
import type { CartLineView, CartView } from './cart-schemas.ts';
import { isDigitalCart } from './credit/digital-cart.ts';
import { tenderCart } from './credit/tender-cart.ts';

const mostPerLine = 99;
const noTax = { ratePpm: 0, inclusive: true, shippingTaxed: false };

export interface CartContents {
  readonly cart: Cart;
  readonly purchasables: ReadonlyMap<string, Purchasable>;
  readonly promotion: CartPromotion | null;
  readonly now: Date;
}

type PromotionRefusal = NonNullable<NonNullable<CartView['promotion']>['reason']>;

/** Why a promotion cannot be used at all now, before looking at what is in the cart. */
export function promotionObstacle(
  promotion: CartPromotion,
  currency: string,
  now: Date,
): PromotionRefusal | null {
  if (promotion.startsAt > now || (promotion.endsAt !== null && promotion.endsAt <= now))
    return 'not_running';
  if (promotion.usageLimit !== null && promotion.usedCount >= promotion.usageLimit) return 'exhausted';
  if (promotion.currency !== null && promotion.currency !== currency) return 'other_currency';
  return null;
}

/** The promotion of a cart as the pricing reads it. */
export function promotionTermsOf({ promotion }: CartContents): PromotionTerms[] {
  if (promotion === null) return [];
  const { ratePpm, amountMinor, usageLimit, usedCount, kind, ...terms } = promotion;
  const benefits = {
    percentage: { kind: 'percentage', ratePpm: ratePpm ?? 0 },
    amount: { kind: 'amount', amountMinor: amountMinor ?? 0, perItem: false },
    free_shipping: { kind: 'free_shipping' },
  } as const;
  return [
    {
      ...terms,
      benefit: benefits[kind],
      currency: promotion.currency as PromotionTerms['currency'],
      priority: 0,
      exclusive: false,
      scope: { productIds: [], collectionIds: [], categoryIds: [] },
      minimumQuantity: null,
      customerGroupIds: [],
      firstOrderOnly: false,
      countries: [],
      standing: usageLimit !== null && usedCount >= usageLimit ? 'exhausted' : 'available',
    },
  ];
}

/** Who buys a cart, as far as it is known. */
export function buyerOf({ now }: CartContents, country: string | null): PromotionBuyer {
  return { at: now, country, customerGroupIds: [], isFirstOrder: null };
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
  const { cart, promotion, purchasables, now } = contents;
  const lines = cart.lines.map((line) => viewLine(line, purchasables.get(line.variantId)));
  const obstacle = promotion && promotionObstacle(promotion, cart.currency, now);
  const priced = priceOrder({
    currency: cart.currency,
    lines: lines.map(({ id, quantity, unitPriceMinor, kind }) => ({
      id,
      quantity,
      unitPriceMinor,
      isGiftCard: kind === 'gift_card',
    })),
    promotions: promotionTermsOf(contents),
    buyer: buyerOf(contents, null),
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
    promotion: promotion && {
      code: promotion.code,
      name: promotion.name,
      applied: obstacle === null && priced.promotions[0]?.applied === true,
      reason: obstacle ?? reasonOf(priced.promotions[0]?.reason?.kind),
      minimumSubtotalMinor: promotion.minimumSubtotalMinor,
    },
    credits,
    creditMinor,
    dueMinor,
    storeCreditMinor: cart.storeCreditMinor,
    isDigital: isDigitalCart(contents),
    ready: lines.length > 0 && lines.every((line) => line.notice === null || line.notice === 'price_changed'),
  };
}

function reasonOf(kind: string | undefined): PromotionRefusal | null {
  return kind === 'below_minimum' || kind === 'nothing_to_discount' ? kind : null;
}

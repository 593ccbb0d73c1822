import { ShopError } from './errors.ts';
import { assertMinor, percentOfMinor } from './money.ts';

/**
 * What a promotion gives. `percentage` reads `ratePpm` (parts per million of the goods), `amount` reads
 * `amountMinor` (in the order's currency), `free_shipping` neither. `code` is null for automatic promotions.
 */
export interface PromotionTerms {
  code: string | null;
  kind: 'percentage' | 'amount' | 'free_shipping';
  ratePpm: number | null;
  amountMinor: number | null;
  minimumSubtotalMinor: number | null;
}

/** Why a promotion gave nothing: the goods are below its minimum, or there is nothing it could take off. */
export type PromotionRefusal = 'below_minimum' | 'nothing_to_discount';

/** What a promotion does to an order, in minor units. `reason` is null when it applied. */
export interface PromotionEffect {
  discountMinor: number;
  shippingFree: boolean;
  reason: PromotionRefusal | null;
}

/**
 * Decides what a promotion takes off goods and shipping, in minor units. The minimum is compared with the goods
 * before any discount; a discount never exceeds the goods. `shippingMinor` is null while no method is chosen.
 * @throws INPUT_INVALID when the terms lack the value their kind reads, or it is negative
 */
export function applyPromotion(
  terms: PromotionTerms,
  order: { subtotalMinor: number; shippingMinor: number | null },
): PromotionEffect {
  const discountMinor = Math.min(order.subtotalMinor, discountOf(terms, order.subtotalMinor));
  const shippingFree = terms.kind === 'free_shipping' && order.shippingMinor !== 0;
  if (order.subtotalMinor < (terms.minimumSubtotalMinor ?? 0)) return refused('below_minimum');
  if (discountMinor === 0 && !shippingFree) return refused('nothing_to_discount');
  return { discountMinor, shippingFree, reason: null };
}

function refused(reason: PromotionRefusal): PromotionEffect {
  return { discountMinor: 0, shippingFree: false, reason };
}

function discountOf(terms: PromotionTerms, subtotalMinor: number): number {
  if (terms.kind === 'free_shipping') return 0;
  const value = terms.kind === 'percentage' ? terms.ratePpm : terms.amountMinor;
  if (value === null || value < 0)
    throw new ShopError('INPUT_INVALID', { promotion: terms.code, kind: terms.kind });
  return terms.kind === 'percentage' ? percentOfMinor(subtotalMinor, value) : assertMinor(value);
}

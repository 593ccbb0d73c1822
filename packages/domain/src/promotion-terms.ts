import type { Currency } from './money.ts';
import type { PromotionReason } from './promotion-reason.ts';

/** Which items are meant: any of the products, or of those in a collection or a category. Nothing listed means every item. */
export interface ItemScope {
  productIds: readonly string[];
  collectionIds: readonly string[];
  categoryIds: readonly string[];
}

/** From `from` on (minor units or items, as the tiers count) goods cost `ratePpm` less, or `amountMinor` less in all. */
export interface PromotionTier {
  from: number;
  ratePpm: number | null;
  amountMinor: number | null;
}

/**
 * What a promotion gives, on the items of its scope. Rates are parts per million, amounts minor units of its currency.
 * `buy_x_get_y` gives `getQuantity` items at the rate for each `buyQuantity` bought, the cheapest first: of the same items
 * when `rewards` is null, at most `mostTimes` times.
 */
export type PromotionBenefit =
  | { kind: 'percentage'; ratePpm: number }
  | { kind: 'amount'; amountMinor: number; perItem: boolean }
  | { kind: 'free_shipping' }
  | {
      kind: 'buy_x_get_y';
      buyQuantity: number;
      getQuantity: number;
      ratePpm: number;
      rewards: ItemScope | null;
      mostTimes: number | null;
    }
  | { kind: 'tiered'; by: 'subtotal' | 'quantity'; tiers: readonly PromotionTier[] };

/** Whether uses are left, of all and of this buyer's. */
export type PromotionStanding = 'available' | 'exhausted' | 'used_by_you';

/**
 * A promotion as it stands for one buyer. `code` is null for automatic ones. Minimums count the items of the scope before
 * any discount. `exclusive` ones apply alone; others combine, the highest `priority` first. Empty lists ask for nothing.
 */
export interface PromotionTerms {
  id: string;
  code: string | null;
  benefit: PromotionBenefit;
  currency: Currency | null;
  priority: number;
  exclusive: boolean;
  scope: ItemScope;
  minimumSubtotalMinor: number | null;
  minimumQuantity: number | null;
  customerGroupIds: readonly string[];
  firstOrderOnly: boolean;
  countries: readonly string[];
  startsAt: Date;
  /** The first moment it no longer runs. */
  endsAt: Date | null;
  standing: PromotionStanding;
}

/** Who buys, when and to where; null where it is not known yet. */
export interface PromotionBuyer {
  at: Date;
  country: string | null;
  customerGroupIds: readonly string[];
  isFirstOrder: boolean | null;
}

/** A line as promotions see it. Without `productId` and lists it is in no scope that names some. No promotion sees a gift card. */
export interface PromotionLine {
  id: string;
  isGiftCard?: boolean;
  quantity: number;
  unitPriceMinor: number;
  productId?: string;
  collectionIds?: readonly string[];
  categoryIds?: readonly string[];
}

/** What became of a promotion: what it takes off goods and shipping in minor units, or why nothing. */
export interface PromotionResult {
  id: string;
  code: string | null;
  applied: boolean;
  discountMinor: number;
  shippingMinor: number;
  reason: PromotionReason | null;
}

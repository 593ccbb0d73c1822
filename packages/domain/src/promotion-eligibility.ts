import { addMinor, multiplyMinor, type Currency } from './money.ts';
import type { PromotionReason, PromotionUnknown } from './promotion-reason.ts';
import { isInScope } from './promotion-scope.ts';
import type { PromotionBuyer, PromotionLine, PromotionTerms, PromotionTier } from './promotion-terms.ts';
import { rewardCount } from './promotion-rewards.ts';

/** What a promotion is asked about: one cart of one buyer. */
export interface PromotionCase {
  currency: Currency;
  lines: readonly PromotionLine[];
  buyer: PromotionBuyer;
}

/** Why a promotion cannot be used, the firmest reason first; null when its conditions are met. Discounts play no part. */
export function findObstacle(terms: PromotionTerms, asked: PromotionCase): PromotionReason | null {
  return (
    obstacleOfTerms(terms, asked.currency, asked.buyer.at) ??
    obstacleOfBuyer(terms, asked.buyer) ??
    obstacleOfItems(terms, asked.lines) ??
    unknowns(terms, asked.buyer)
  );
}

/** Why a promotion cannot be used whoever asks and whatever is in the cart. */
function obstacleOfTerms(terms: PromotionTerms, currency: Currency, at: Date): PromotionReason | null {
  if (terms.startsAt > at || (terms.endsAt !== null && terms.endsAt <= at)) return { kind: 'not_running' };
  if (terms.standing !== 'available') return { kind: terms.standing };
  return terms.currency !== null && terms.currency !== currency ? { kind: 'other_currency' } : null;
}

function obstacleOfBuyer(terms: PromotionTerms, buyer: PromotionBuyer): PromotionReason | null {
  const { customerGroupIds: groups, countries } = terms;
  if (groups.length > 0 && !groups.some((id) => buyer.customerGroupIds.includes(id)))
    return { kind: 'not_for_you' };
  if (terms.firstOrderOnly && buyer.isFirstOrder === false) return { kind: 'not_first_order' };
  const elsewhere = buyer.country !== null && countries.length > 0 && !countries.includes(buyer.country);
  return elsewhere ? { kind: 'other_country' } : null;
}

function unknowns(terms: PromotionTerms, buyer: PromotionBuyer): PromotionReason | null {
  const unknown: PromotionUnknown[] = [];
  if (terms.countries.length > 0 && buyer.country === null) unknown.push('country');
  if (terms.firstOrderOnly && buyer.isFirstOrder === null) unknown.push('email');
  return unknown.length === 0 ? null : { kind: 'decided_at_checkout', unknown };
}

function obstacleOfItems(terms: PromotionTerms, lines: readonly PromotionLine[]): PromotionReason | null {
  const meant = lines.filter((line) => isInScope(line, terms.scope));
  if (meant.length === 0)
    return lines.length === 0 ? { kind: 'nothing_to_discount' } : { kind: 'wrong_items' };
  const missingMinor = Math.max(0, (terms.minimumSubtotalMinor ?? 0) - subtotalOf(meant));
  const missingQuantity = Math.max(0, (terms.minimumQuantity ?? 0) - quantityOf(meant));
  if (missingMinor > 0 || missingQuantity > 0) return below(missingMinor, missingQuantity);
  return obstacleOfBenefit(terms, lines, meant);
}

function obstacleOfBenefit(
  { benefit, scope }: PromotionTerms,
  lines: readonly PromotionLine[],
  meant: readonly PromotionLine[],
): PromotionReason | null {
  if (benefit.kind === 'tiered') {
    const reached = benefit.by === 'subtotal' ? subtotalOf(meant) : quantityOf(meant);
    const first = Math.min(...benefit.tiers.map((tier) => tier.from));
    if (reached >= first) return null;
    return benefit.by === 'subtotal' ? below(first - reached, 0) : below(0, first - reached);
  }
  if (benefit.kind !== 'buy_x_get_y' || rewardCount(benefit, scope, lines) > 0) return null;
  const wanted = benefit.buyQuantity + (benefit.rewards === null ? 1 : 0);
  const missing = wanted - quantityOf(meant);
  return missing > 0 ? below(0, missing) : { kind: 'reward_missing' };
}

/** The tier that items of this amount and number reach: the one that begins last. */
export function tierFor(
  benefit: { by: 'subtotal' | 'quantity'; tiers: readonly PromotionTier[] },
  meant: readonly PromotionLine[],
): PromotionTier | null {
  const reached = benefit.by === 'subtotal' ? subtotalOf(meant) : quantityOf(meant);
  return benefit.tiers
    .filter((tier) => tier.from <= reached)
    .reduce<PromotionTier | null>(
      (best, tier) => (best === null || tier.from > best.from ? tier : best),
      null,
    );
}

function below(missingMinor: number, missingQuantity: number): PromotionReason {
  return {
    kind: 'below_minimum',
    missingMinor: missingMinor > 0 ? missingMinor : null,
    missingQuantity: missingQuantity > 0 ? missingQuantity : null,
  };
}

function subtotalOf(lines: readonly PromotionLine[]): number {
  return addMinor(...lines.map((line) => multiplyMinor(line.unitPriceMinor, line.quantity)));
}

function quantityOf(lines: readonly PromotionLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

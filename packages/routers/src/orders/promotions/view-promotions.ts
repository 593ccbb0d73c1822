import type { PromotionReason, PromotionResult } from '@turing/domain';
import type { CartPromotion } from './cart-promotion.ts';
import type { CartPromotionView, PromotionReasonView } from './promotion-view-schemas.ts';

/**
 * The promotions of a cart for its shopper: every code with what it gives or why not; of what needs no code, what applies or
 * is within reach.
 */
export function viewPromotions(
  promotions: readonly CartPromotion[],
  results: readonly PromotionResult[],
): CartPromotionView[] {
  return results.flatMap((result) => {
    const promotion = promotions.find(({ id }) => id === result.id);
    if (promotion === undefined || !isWorthTelling(result)) return [];
    const { id, code, name, benefit } = promotion;
    const { applied, discountMinor, shippingMinor } = result;
    return {
      id,
      code,
      name,
      applied,
      discountMinor,
      shippingMinor,
      freesShipping: applied && benefit.kind === 'free_shipping',
      reason: result.reason && viewReason(result.reason, promotions),
    };
  });
}

function isWorthTelling({ code, applied, reason }: PromotionResult): boolean {
  return code !== null || applied || reason?.kind === 'below_minimum';
}

/** A reason with the others it names by their code or name. */
export function viewReason(
  reason: PromotionReason,
  promotions: readonly CartPromotion[],
): PromotionReasonView {
  if (reason.kind === 'decided_at_checkout') return { ...reason, unknown: [...reason.unknown] };
  if (reason.kind !== 'does_not_combine') return reason;
  const winners = promotions.filter(({ id }) => reason.with.includes(id));
  return { kind: 'does_not_combine', with: winners.map(({ code, name }) => code ?? name) };
}

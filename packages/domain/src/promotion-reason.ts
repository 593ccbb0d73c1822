/** What is not known before checkout. */
export type PromotionUnknown = 'country' | 'email';

/**
 * Why a promotion gives nothing. `below_minimum` says what is missing, in minor units or in items; `does_not_combine` the
 * promotions that apply instead, by id; `decided_at_checkout` what has to be known first.
 */
export type PromotionReason =
  | { kind: 'not_running' }
  | { kind: 'exhausted' }
  | { kind: 'used_by_you' }
  | { kind: 'below_minimum'; missingMinor: number | null; missingQuantity: number | null }
  | { kind: 'wrong_items' }
  | { kind: 'reward_missing' }
  | { kind: 'other_country' }
  | { kind: 'not_first_order' }
  | { kind: 'not_for_you' }
  | { kind: 'other_currency' }
  | { kind: 'does_not_combine'; with: readonly string[] }
  | { kind: 'decided_at_checkout'; unknown: readonly PromotionUnknown[] }
  | { kind: 'nothing_to_discount' };

import type { RouterOutputs } from '@turing/client';
import { formatMoney, type Currency } from '@turing/domain';
import { formatCount } from './format.ts';

export type CartPromotion = NonNullable<RouterOutputs['orders']['cart']['find']>['promotions'][number];
export type PromotionReason = NonNullable<CartPromotion['reason']>;

const plain = {
  not_running: 'It is not running at the moment.',
  exhausted: 'It has been used up.',
  used_by_you: 'You have already used it as often as it allows.',
  wrong_items: 'It is for other items than those in your cart.',
  reward_missing: 'Add the item it gives you to your cart.',
  other_country: 'It is not for the country this goes to.',
  not_first_order: 'It is for first orders only.',
  not_for_you: 'It is for some customers only. If you are one of them, sign in.',
  other_currency: 'It is for another currency.',
  nothing_to_discount: 'There is nothing it could take off.',
} as const;

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Why a promotion gives nothing now, and what would change that. */
export function promotionSentence(reason: PromotionReason, currency: Currency): string {
  if (reason.kind === 'below_minimum') return missing(reason, currency);
  if (reason.kind === 'decided_at_checkout')
    return `Decided at checkout, once we know ${list.format(reason.unknown.map((what) => unknowns[what]))}.`;
  if (reason.kind !== 'does_not_combine') return plain[reason.kind];
  return reason.with.length === 0
    ? 'It does not combine with what already applies.'
    : `It does not combine with ${list.format(reason.with)}, which saves you more.`;
}

const unknowns = { country: 'where it goes', email: 'your email address' } as const;

function missing(reason: Extract<PromotionReason, { kind: 'below_minimum' }>, currency: Currency): string {
  const { missingMinor, missingQuantity } = reason;
  const amount =
    missingMinor === null ? [] : [`${formatMoney({ amountMinor: missingMinor, currency })} more`];
  const items = missingQuantity === null ? [] : [formatCount(missingQuantity, 'more item')];
  return `Add ${list.format([...amount, ...items])} to use it.`;
}

/** The reason a code was refused with, if that is what happened. */
export function refusalReason(details: Readonly<Record<string, unknown>>): PromotionReason | null {
  const { reason } = details;
  const isReason = typeof reason === 'object' && reason !== null && 'kind' in reason;
  return isReason ? (reason as PromotionReason) : null;
}

import { formatMoney, type Currency } from '@turing/domain';
import type { Cart } from './queries.ts';

type Promotion = NonNullable<Cart['promotion']>;

/** Why a code gives nothing at the moment, and what would change that. */
export function explainPromotion(promotion: Promotion, currency: Currency): string | null {
  switch (promotion.reason) {
    case null:
      return null;
    case 'below_minimum':
      return promotion.minimumSubtotalMinor === null
        ? 'Your cart is below the minimum for this code.'
        : `This code starts at ${formatMoney({ amountMinor: promotion.minimumSubtotalMinor, currency })}. Add a little more.`;
    case 'nothing_to_discount':
      return 'There is nothing in your cart this code could take off.';
    case 'not_running':
      return 'This code is not running at the moment.';
    case 'exhausted':
      return 'This code has been used up.';
    case 'other_currency':
      return 'This code is for another currency.';
  }
}

import { ShopError } from './errors.ts';
import { addMinor, assertMinor, type Currency } from './money.ts';

// Source: Stripe, "Supported currencies", minimum charge amounts.
const smallestCharges = { USD: 50, EUR: 50, GBP: 30 } as const satisfies Record<Currency, number>;

/** The least the payment gateway takes in one charge, in minor units. */
export function smallestChargeMinor(currency: Currency): number {
  return smallestCharges[currency];
}

/** A gift card or a store credit with what is left of it, in minor units. */
export interface TenderAccount {
  id: string;
  balanceMinor: number;
}

/** What is to be paid and with what. `excludedMinor` is the part of the total that credit may not pay. */
export interface TenderInput {
  currency: Currency;
  totalMinor: number;
  excludedMinor: number;
  /** In the order in which they pay. */
  accounts: readonly TenderAccount[];
}

/** What each account pays, more than nothing, and what is left to be paid otherwise; minor units. */
export interface Tender {
  parts: { id: string; amountMinor: number }[];
  creditMinor: number;
  dueMinor: number;
}

/**
 * Pays an order with credit, one account after the other, after its price is settled: credit is money and no discount.
 * `creditMinor + dueMinor = totalMinor`. A rest too small for the payment gateway is made large enough, where credit pays
 * at all, by taking less credit.
 * @throws INPUT_INVALID for a negative amount, or more excluded than the total; MONEY_OUT_OF_RANGE
 */
export function payWithCredit({ currency, totalMinor, excludedMinor, accounts }: TenderInput): Tender {
  const payableMinor = addMinor(assertCharge(totalMinor), -assertCharge(excludedMinor));
  assertCharge(payableMinor);
  const heldMinor = addMinor(...accounts.map(({ balanceMinor }) => assertCharge(balanceMinor)));
  const creditMinor = roundToCharge(Math.min(payableMinor, heldMinor), totalMinor, currency);
  let left = creditMinor;
  const parts = accounts.map(({ id, balanceMinor }) => {
    const amountMinor = Math.min(left, balanceMinor);
    left -= amountMinor;
    return { id, amountMinor };
  });
  return {
    parts: parts.filter(({ amountMinor }) => amountMinor > 0),
    creditMinor,
    dueMinor: addMinor(totalMinor, -creditMinor),
  };
}

function roundToCharge(creditMinor: number, totalMinor: number, currency: Currency): number {
  const dueMinor = totalMinor - creditMinor;
  const smallest = smallestChargeMinor(currency);
  if (dueMinor === 0 || dueMinor >= smallest) return creditMinor;
  return Math.max(0, totalMinor - smallest);
}

function assertCharge(amountMinor: number): number {
  if (amountMinor < 0) throw new ShopError('INPUT_INVALID', { amountMinor });
  return assertMinor(amountMinor);
}

/** What one account gave for an order and has not got back, in minor units, in the order in which they paid. */
export interface SpentCredit {
  id: string;
  leftMinor: number;
}

/**
 * Shares out what goes back of an order's credit: the account that paid last gets its own back first, so that what expires
 * or was given first is used first when the order shrinks. Never more than each gave.
 * @throws INPUT_INVALID for a negative amount
 */
export function returnCreditTo(
  amountMinor: number,
  spent: readonly SpentCredit[],
): { id: string; amountMinor: number }[] {
  let left = assertCharge(amountMinor);
  const parts = spent.toReversed().map(({ id, leftMinor }) => {
    const part = Math.min(left, leftMinor);
    left -= part;
    return { id, amountMinor: part };
  });
  return parts.filter((part) => part.amountMinor > 0);
}

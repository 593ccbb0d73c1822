import { findCardByNumber, groupDigits } from '../cards.ts';
import type { CardPayment } from '../checkout/pay-session.ts';
import type { Params } from '../params.ts';

export const fieldNames = ['email', 'cardNumber', 'cardExpiry', 'cardCvc', 'billingName'] as const;
export type FieldName = (typeof fieldNames)[number];
export type FieldTexts = Partial<Record<FieldName, string>>;

export interface ReadForm {
  values: FieldTexts;
  errors: FieldTexts;
  /** Present when there are no errors. */
  payment?: CardPayment;
}

export function readCardForm(params: Params, now: Date): ReadForm {
  const values: Record<FieldName, string> = {
    email: params.text('email')?.trim() ?? '',
    cardNumber: params.text('cardNumber')?.replace(/\D/g, '') ?? '',
    cardExpiry: params.text('cardExpiry')?.trim() ?? '',
    cardCvc: params.text('cardCvc')?.trim() ?? '',
    billingName: params.text('billingName')?.trim() ?? '',
  };
  const card = findCardByNumber(values.cardNumber);
  const expiry = readExpiry(values.cardExpiry);
  const errors = withoutEmpty({
    email: /^[^\s@]+@[^\s@]+$/.test(values.email) ? undefined : 'Enter a valid email address.',
    cardNumber: card ? undefined : cardNumberError(values.cardNumber),
    cardExpiry: expiryError(expiry, now),
    cardCvc: cvcError(values.cardCvc, card?.brand === 'amex' ? 4 : 3),
    billingName: values.billingName ? undefined : 'Enter the name on the card.',
  });
  const shown = { ...values, cardNumber: groupDigits(values.cardNumber), cardCvc: '' };
  if (!card || !expiry || Object.keys(errors).length > 0) return { values: shown, errors };
  const { email, billingName: name } = values;
  return {
    values: shown,
    errors,
    payment: { card, email, name, expMonth: expiry.month, expYear: expiry.year },
  };
}

interface Expiry {
  month: number;
  year: number;
}

function readExpiry(text: string): Expiry | undefined {
  const [, month, year] = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(text) ?? [];
  if (month === undefined || year === undefined) return undefined;
  return { month: Number(month), year: year.length === 2 ? 2000 + Number(year) : Number(year) };
}

function expiryError(expiry: Expiry | undefined, now: Date): string | undefined {
  if (!expiry || expiry.month < 1 || expiry.month > 12) return "Your card's expiration date is incomplete.";
  const firstDayAfter = Date.UTC(expiry.year, expiry.month, 1);
  return firstDayAfter <= now.getTime() ? "Your card's expiration date is in the past." : undefined;
}

function cardNumberError(digits: string): string {
  return digits.length < 13 ? 'Your card number is incomplete.' : 'Your card number is invalid.';
}

function cvcError(cvc: string, length: number): string | undefined {
  const isComplete = /^\d+$/.test(cvc) && cvc.length === length;
  return isComplete ? undefined : "Your card's security code is incomplete.";
}

function withoutEmpty(errors: Record<FieldName, string | undefined>): FieldTexts {
  return Object.fromEntries(Object.entries(errors).filter(([, message]) => message !== undefined));
}

import {
  currencyExponent,
  isShopError,
  quoteRefund,
  type Refundable,
  type RefundQuote,
  type RefundWish,
} from '@turing/domain';

/** What is typed into a refund form; amounts in major units as a number field keeps them. */
export interface RefundDraft {
  readonly quantities: Readonly<Record<string, number>>;
  readonly shipping: number | string;
  readonly extra: number | string;
  readonly restockingFee: number | string;
  readonly returnShipping: number | string;
}

export const emptyRefund: RefundDraft = {
  quantities: {},
  shipping: '',
  extra: '',
  restockingFee: '',
  returnShipping: '',
};

function minorOf(typed: number | string, currency: string): number {
  const major = typeof typed === 'number' ? typed : Number(typed === '' ? 0 : typed);
  return Math.round(major * 10 ** currencyExponent(currency));
}

/** An amount as a number field shows it. */
export function majorOf(amountMinor: number, currency: string): number {
  return amountMinor / 10 ** currencyExponent(currency);
}

export function wishOf(draft: RefundDraft, currency: string): RefundWish {
  return {
    lines: Object.entries(draft.quantities)
      .filter(([, quantity]) => quantity > 0)
      .map(([orderLineId, quantity]) => ({ orderLineId, quantity })),
    shippingMinor: minorOf(draft.shipping, currency),
    extraMinor: minorOf(draft.extra, currency),
    restockingFeeMinor: minorOf(draft.restockingFee, currency),
    returnShippingMinor: minorOf(draft.returnShipping, currency),
  };
}

export type Quoted =
  | { readonly quote: RefundQuote; readonly problem: null }
  | { readonly quote: null; readonly problem: 'REFUND_INVALID' | 'REFUND_EXCEEDS_CAPTURE' };

/** What the draft comes to, by the same function the server books with. */
export function quoteDraft(order: Refundable & { readonly currency: string }, draft: RefundDraft): Quoted {
  try {
    return { quote: quoteRefund(order, wishOf(draft, order.currency)), problem: null };
  } catch (error) {
    const exceeds = isShopError(error) && error.code === 'REFUND_EXCEEDS_CAPTURE';
    return { quote: null, problem: exceeds ? 'REFUND_EXCEEDS_CAPTURE' : 'REFUND_INVALID' };
  }
}

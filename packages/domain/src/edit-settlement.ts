import type { PaymentProvider } from './payment-method.ts';
import type { PaymentState } from './payment-state.ts';
import { addMinor } from './money.ts';

/** A payment of an order, in minor units, as a change of the order's total sees it. */
export interface SettledPayment {
  readonly id: string;
  readonly purpose: 'order' | 'difference';
  readonly provider: PaymentProvider;
  readonly status: PaymentState;
  readonly amountMinor: number;
  readonly capturedMinor: number;
}

/** What a change of an order's total does to its money, in minor units. */
export interface Settlement {
  /** Differences that nobody pays any more: what they asked for is part of what follows. */
  readonly cancel: readonly string[];
  /** Payments by hand that ask for another amount from now on. */
  readonly change: readonly { readonly id: string; readonly amountMinor: number }[];
  /** What a new payment asks for. */
  readonly chargeMinor: number;
  /** What goes back. */
  readonly refundMinor: number;
}

/**
 * Settles a changed total: an unpaid difference is withdrawn and counted anew, what is still to be paid by hand grows or
 * shrinks, the rest is asked for or given back. What payments ask for changes by exactly the difference.
 */
export function planSettlement(differenceMinor: number, payments: readonly SettledPayment[]): Settlement {
  const withdrawn = payments.filter(
    ({ purpose, status }) => purpose === 'difference' && (status === 'pending' || status === 'failed'),
  );
  const owedMinor = addMinor(differenceMinor, ...withdrawn.map((payment) => payment.amountMinor));
  const cancel = withdrawn.map(({ id }) => id);
  const open = payments.filter((payment) => !cancel.includes(payment.id) && isOpenByHand(payment));
  const own = open.find(({ purpose }) => purpose === 'order');
  if (owedMinor > 0 && own !== undefined) {
    const change = [{ id: own.id, amountMinor: addMinor(own.amountMinor, owedMinor) }];
    return { cancel, change, chargeMinor: 0, refundMinor: 0 };
  }
  if (owedMinor >= 0) return { cancel, change: [], chargeMinor: owedMinor, refundMinor: 0 };
  return { cancel, ...giveBack(-owedMinor, open) };
}

function giveBack(amountMinor: number, open: readonly SettledPayment[]): Omit<Settlement, 'cancel'> {
  let leftMinor = amountMinor;
  const change = open.toReversed().flatMap((payment) => {
    const cut = Math.min(leftMinor, payment.amountMinor - payment.capturedMinor);
    leftMinor -= cut;
    return cut === 0 ? [] : [{ id: payment.id, amountMinor: payment.amountMinor - cut }];
  });
  return { change, chargeMinor: 0, refundMinor: leftMinor };
}

function isOpenByHand({ provider, status, amountMinor, capturedMinor }: SettledPayment): boolean {
  const waits = status === 'pending' || status === 'partially_captured' || status === 'partially_refunded';
  return provider === 'manual' && waits && capturedMinor < amountMinor;
}

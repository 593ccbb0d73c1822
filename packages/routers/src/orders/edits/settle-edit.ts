import type { Transaction } from '@turing/db';
import {
  nextPaymentState,
  type PaymentMethod,
  planSettlement,
  providerOf,
  type Settlement,
} from '@turing/domain';
import { findReturnableCredit, returnToAccounts } from '../credit/index.ts';
import { insertDifference, lockPayments, type Payment, updatePayment } from '../money/payment-store.ts';
import { lockRefundable, requestRefund } from '../money/request-refund.ts';
import { withdrawPayment } from '../money/withdraw-payment.ts';
import type { EditableOrder } from './editable-store.ts';

export interface EditMoney {
  readonly order: EditableOrder;
  /** Names the refund, so that it is asked for once. */
  readonly editId: string;
  readonly differenceMinor: number;
  readonly method: PaymentMethod;
  readonly staffId: string;
}

export interface SettledEdit {
  readonly chargeMinor: number;
  readonly refundMinor: number;
  readonly paymentId: string | null;
  /** Whether what was added waits for its money. */
  readonly isHeld: boolean;
}

/**
 * Moves the money of a changed order: withdraws a difference nobody paid, asks for the new one or gives back, to payments
 * first and to the credit the order was paid with for the rest. Lock order: payments, then credit accounts, after the order.
 */
export async function settleEdit(tx: Transaction, money: EditMoney): Promise<SettledEdit> {
  const payments = await lockPayments(tx, money.order.id);
  const plan = planSettlement(money.differenceMinor, payments);
  await applyToOpen(tx, payments, plan);
  const { id: orderId, currency } = money.order;
  const { method } = money;
  const amountMinor = plan.chargeMinor;
  const paymentId =
    amountMinor === 0 ? null : await insertDifference(tx, { orderId, method, currency, amountMinor });
  const refundMinor = plan.refundMinor === 0 ? 0 : await giveBack(tx, money, plan.refundMinor);
  const isHeld = paymentId !== null && providerOf(method) === 'stripe';
  return { chargeMinor: amountMinor, refundMinor, paymentId, isHeld };
}

async function applyToOpen(tx: Transaction, payments: readonly Payment[], plan: Settlement): Promise<void> {
  for (const payment of payments) {
    if (plan.cancel.includes(payment.id)) await withdrawPayment(tx, payment);
    const changed = plan.change.find(({ id }) => id === payment.id);
    if (changed === undefined) continue;
    const isWhole = changed.amountMinor === payment.capturedMinor;
    await updatePayment(tx, payment, {
      amount_minor: changed.amountMinor,
      ...(isWhole && { status: nextPaymentState(payment.status, 'captured') }),
    });
  }
}

/** At most what is left: what was refunded for a return before is not given twice. */
async function giveBack(tx: Transaction, money: EditMoney, amountMinor: number): Promise<number> {
  const { editId, staffId } = money;
  const orderId = money.order.id;
  const asked = { orderId, reason: 'order_edited', key: `edit:${editId}` };
  const toPayments = Math.min(amountMinor, await lockRefundable(tx, orderId));
  if (toPayments > 0) await requestRefund(tx, { ...asked, amountMinor: toPayments });
  const { returnableMinor } = await findReturnableCredit(tx, orderId);
  const toCredit = Math.min(amountMinor - toPayments, returnableMinor);
  if (toCredit > 0) await returnToAccounts(tx, { ...asked, amountMinor: toCredit, staffId });
  return toPayments + toCredit;
}

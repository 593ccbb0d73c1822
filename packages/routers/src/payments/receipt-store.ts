import type { Transaction } from '@turing/db';
import type { PaymentMethod } from '@turing/domain';

export async function insertReceipt(
  tx: Transaction,
  receipt: {
    readonly paymentId: string;
    readonly amountMinor: number;
    readonly reference: string | null;
    readonly staffId: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('payment_receipt')
    .values({
      payment_id: receipt.paymentId,
      amount_minor: receipt.amountMinor,
      reference: receipt.reference,
      staff_id: receipt.staffId,
    })
    .execute();
}

/** From now on a payment is settled by hand. */
export async function turnManual(
  tx: Transaction,
  paymentId: string,
  method: Exclude<PaymentMethod, 'card'>,
): Promise<void> {
  await tx
    .updateTable('payment')
    .set({ provider: 'manual', method })
    .where('id', '=', paymentId)
    .where('captured_minor', '=', 0)
    .execute();
}

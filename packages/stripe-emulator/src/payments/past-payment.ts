import type { Context } from '../context.ts';
import { confirmPaymentIntent } from './confirm-payment-intent.ts';
import { createPaymentIntent } from './create-payment-intent.ts';

const pastPayment = /^pi_past_(?<currency>[a-z]{3})_(?<amount>\d{1,8})_\w+$/u;

/**
 * Remembers a payment of the seeded shop, which was never made here: its id, `pi_past_usd_5500_…`, says what it was. It
 * comes into being as paid, without events, when something is first asked of it.
 */
export function recallPastPayment(ctx: Context, id: string): void {
  const { currency, amount } = pastPayment.exec(id)?.groups ?? {};
  if (currency === undefined || amount === undefined || ctx.state.paymentIntents.has(id)) return;
  const quiet: Context = { ...ctx, emit: () => undefined };
  const paymentIntent = createPaymentIntent(quiet, { amount: Number(amount), currency });
  ctx.state.paymentIntents.delete(paymentIntent.id);
  paymentIntent.id = id;
  ctx.state.paymentIntents.set(id, paymentIntent);
  confirmPaymentIntent(quiet, paymentIntent, { paymentMethod: 'pm_card_visa' });
}
